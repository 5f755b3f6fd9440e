import { beforeEach, describe, expect, test } from 'vitest'
import { bodyOf, eventsOfSomebody, HEADERS, type RunningRelay, SETTINGS, type Vendors } from './set-up.ts'

interface Refused {
  readonly error: { readonly code: string; readonly message: string }
}

const batch = (count: number) => bodyOf('helpcrunch', eventsOfSomebody(count))
const changed = (changes: object) => JSON.stringify({ ...JSON.parse(batch(1)), ...changes })
const event = (changes: object) => changed({ events: [{ ...eventsOfSomebody(1)[0], ...changes }] })

interface Wrong {
  readonly method?: string
  readonly headers?: HeadersInit
  readonly body?: string
}

const REFUSED: readonly (readonly [string, number, string, RegExp, () => Wrong])[] = [
  [
    'a wrong origin',
    403,
    'wrong-origin',
    /Origin/,
    () => ({ headers: { ...HEADERS, origin: 'https://evil.test' } }),
  ],
  ['no origin', 403, 'wrong-origin', /Origin/, () => ({ headers: { 'content-type': 'text/plain' } })],
  [
    'a missing write key',
    401,
    'wrong-write-key',
    /missing/,
    () => ({ body: changed({ writeKey: undefined }) }),
  ],
  ['a wrong write key', 401, 'wrong-write-key', /not one/, () => ({ body: changed({ writeKey: 'no' }) })],
  [
    'a body of 2 MB',
    413,
    'too-large',
    /1000000 bytes/,
    () => ({ body: changed({ text: 'x'.repeat(2_000_000) }) }),
  ],
  ['1,001 events', 413, 'too-many-events', /1000/, () => ({ body: batch(1_001) })],
  ['malformed JSON', 400, 'not-json', /JSON/, () => ({ body: `${batch(1)}}` })],
  ['JSON that is no object', 400, 'not-json', /JSON object/, () => ({ body: 'null' })],
  [
    'another vendor',
    404,
    'unknown-destination',
    /helpcrunch, yotpo/,
    () => ({ body: changed({ destination: 'klaviyo' }) }),
  ],
  [
    'no vendor',
    404,
    'unknown-destination',
    /expected/,
    () => ({ body: changed({ destination: undefined }) }),
  ],
  ['no events', 400, 'wrong-shape', /events/, () => ({ body: changed({ events: [] }) })],
  ['an event without a name', 400, 'wrong-shape', /events\[0\]\.name/, () => ({ body: event({ name: '' }) })],
  ['an event of no time', 400, 'wrong-shape', /events\[0\]\.time/, () => ({ body: event({ time: 1e300 }) })],
  [
    'an event of nobody',
    400,
    'wrong-shape',
    /identity/,
    () => ({ body: event({ identity: { userId: 'x' } }) }),
  ],
  [
    'another content type',
    415,
    'wrong-type',
    /text\/plain/,
    () => ({ headers: { ...HEADERS, 'content-type': 'text/csv' } }),
  ],
  ['another method', 405, 'wrong-method', /POST/, () => ({ method: 'PUT' })],
]

/** What is turned away before any vendor hears of it. */
export const testRefusals = (relay: () => RunningRelay, vendors: () => Vendors): void => {
  describe('turns away, with a clear error and no call to a vendor,', () => {
    beforeEach(() => vendors().reset())

    test.each(REFUSED)('%s', async (_, status, code, message, wrong) => {
      const response = await relay().send({ headers: HEADERS, body: batch(1), ...wrong() })
      const text = await response.text()
      const { error } = JSON.parse(text) as Refused
      expect([response.status, error.code]).toEqual([status, code])
      expect(error.message).toMatch(message)
      expect(text).not.toContain(SETTINGS.writeKey)
      expect(vendors().calls()).toBe(0)
    })

    test('a preflight of another site', async () => {
      const headers = { origin: 'https://evil.test', 'access-control-request-method': 'POST' }
      const response = await relay().send({ method: 'OPTIONS', headers })
      expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([403, null])
    })
  })

  test('lets a page of the site read the error', async () => {
    const response = await relay().send({ headers: HEADERS, body: '{' })
    expect(response.headers.get('access-control-allow-origin')).toBe(SETTINGS.origin)
  })

  test('answers the preflight of a page of the site', async () => {
    const headers = { origin: SETTINGS.origin, 'access-control-request-method': 'POST' }
    const response = await relay().send({ method: 'OPTIONS', headers })
    expect(response.status).toBe(204)
    expect(response.headers.get('access-control-allow-origin')).toBe(SETTINGS.origin)
    expect(response.headers.get('access-control-allow-headers')).toBe('content-type')
  })
}
