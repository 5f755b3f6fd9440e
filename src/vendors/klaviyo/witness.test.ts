import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ANYONE, anyEvents, eventsOf, NOON } from '../../../test/events.ts'
import { EMAIL, SAID, USER } from '../../../test/witness/said.ts'
import { KLAVIYO_REVISION, klaviyo } from './destination.ts'

/*
 * The independent witness is Klaviyo's own OpenAPI description of the three requests, as a JSON Schema in the vendor's folder,
 * which names its source and revision. A validator that is not ours compares the requests with it.
 */
const schema = JSON.parse(
  readFileSync(new URL('./emulator/requests.schema.json', import.meta.url), 'utf8'),
) as {
  readonly $id: string
  readonly $comment: string
}
const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true })
addFormats.default(ajv)
ajv.addSchema(schema)

/** Returns what is wrong with a request, in the validator's words. */
const problemsOf = (path: string, body: string): readonly string[] => {
  const validate = ajv.getSchema(`${schema.$id}#/$defs/${path.replaceAll('/', '~1')}`)
  if (!validate) throw new Error(`the schema says nothing of ${path}`)
  validate(JSON.parse(body))
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

const destination = klaviyo({ companyId: 'AbC123' })
const requestOf = (...given: Parameters<typeof destination.encode>) => {
  const { url, body, headers } = destination.encode(...given)
  return { path: new URL(url).pathname, body, headers, problems: problemsOf(new URL(url).pathname, body) }
}

const CUSTOMER = { ...ANYONE, userId: USER, email: EMAIL, phone: '+491701234567', _kx: 'abc.AbC123' }
const bulk = requestOf(eventsOf(2, { identity: CUSTOMER }), 'first', NOON)

describe('the witness refuses', () => {
  const spoilt = (from: string, to: string) => problemsOf(bulk.path, bulk.body.replace(from, to))

  test.each([
    ['an event without a metric', '"metric":', '"name":', /required property 'metric'/],
    [
      'a type of another kind',
      '"type":"event-bulk-create"',
      '"type":"event"',
      /data\/type must be equal to constant/,
    ],
    ['a time that is none', '"time":"2026-', '"time":"yesterday-', /time must match format "date-time"/],
    [
      'a field that the vendor does not name',
      '"anonymous_id":',
      '"cookie_id":',
      /must NOT have unevaluated properties/,
    ],
    ['a number for a text', `"external_id":"${USER}"`, '"external_id":7', /external_id must be string,null/],
  ])('%s', (_, from, to, words) => {
    expect(bulk.body).toContain(from)
    expect(spoilt(from, to).join('\n')).toMatch(words)
  })
})

describe('Klaviyo’s own OpenAPI', () => {
  test('is of the revision that is sent', () => {
    expect(schema.$comment).toContain(`info.version ${KLAVIYO_REVISION}`)
    expect(bulk.headers?.revision).toBe(KLAVIYO_REVISION)
  })

  test('allows what is said of an event, of many, and of a person', () => {
    const [anonymous, known, identify] = SAID
    const erasing = { ...identify, properties: { firstName: 'Ada', $unset: ['age'] }, identity: CUSTOMER }
    const requests = [
      bulk,
      ...[anonymous, known, identify, erasing].map((event) => requestOf([event], 'first', NOON)),
      requestOf(eventsOf(3), 'resend', NOON),
      requestOf(eventsOf(1_000), 'first', NOON),
    ]
    expect(requests.flatMap(({ problems }) => problems)).toEqual([])
    expect(new Set(requests.map(({ path }) => path)).size).toBe(3)
  })

  test('allows what is said of any events within the limits', () => {
    fc.assert(
      fc.property(anyEvents(), fc.constantFrom('first', 'resend'), (events, attempt) => {
        expect(requestOf(events, attempt, NOON).problems).toEqual([])
      }),
    )
  })
})
