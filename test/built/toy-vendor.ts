/**
 * The smallest vendor: the files of its folder, `src/vendors/toy/`, and nothing else. It takes JSON, and answers with how many
 * events it has taken.
 */
export const TOY: Readonly<Record<string, string>> = {
  'about.json': JSON.stringify({
    title: 'Toy',
    inSharedScripts: false,
    words: ['toybox'],
    origin: 'https://toybox.test',
  }),
  'destination.ts': `
import type { Destination } from '../../core/destination.ts'
import { jsonOf, parsed } from '../../core/json.ts'
import { checkOptions, ENDPOINT, own } from '../../core/options.ts'
import { failureOf, type Outcome, refusalOf } from '../../core/outcome.ts'

export interface ToyOptions {
  readonly key: string | undefined
  readonly endpoint?: string | undefined
}

const FORMS = { key: [/^(toy_[a-z]{4})?$/, 'toy_ and four letters'], endpoint: ENDPOINT } as const

export const toy = (options: ToyOptions): Destination => {
  const { key, endpoint } = own(options)
  return {
    name: 'toy',
    account: \`\${key}\`,
    ...checkOptions('toy', options, FORMS, 'never a private key'),
    options,
    mixes: true,
    limits: { events: 10, bytes: 100_000, burstMs: 1_000 },
    encode(events) {
      const taken = events.slice(0, 10)
      return {
        url: \`\${(endpoint || 'https://toybox.test').replace(/\\/$/, '')}/toys\`,
        headers: { 'content-type': 'application/json' },
        body: jsonOf({ key, toys: taken }),
        events: taken,
        costMs: 100,
      }
    },
    interpret(events, { status, body, retryAfterMs }) {
      const isTaken = status === 200 && parsed<{ readonly taken: unknown }>(body).taken === events.length
      const outcome: Outcome = isTaken
        ? { type: 'delivered' }
        : (failureOf(status, retryAfterMs) ?? refusalOf(events, body))
      return events.map(() => outcome)
    },
  }
}
`,
  'attributes.ts': `
import { type Make, NO_KEY } from '../attributes.ts'
import { toy } from './destination.ts'

export const ATTRIBUTES = ''

export const fromAttributes: Make = ({ key = NO_KEY, endpoint, ...rest }) => [toy({ key, endpoint }), rest]
`,
  'script.ts': `
import { startFromScript } from '../../entries/start-from-script.ts'
import { fromAttributes } from './attributes.ts'

startFromScript(fromAttributes)
`,
  'adoption.ts': `
import type { Adoption } from '../adoption.ts'
import { cookieNamed, idIn } from '../left-behind.ts'

export const adoption: Adoption = {
  visitor(_, { cookie }) {
    const anonymousId = idIn(cookieNamed(cookie, 'toybox'))
    return anonymousId ? { anonymousId } : {}
  },
}
`,
  'emulator/desk.ts': `
import { ADDRESS, type Arrival, type Counter, type DeskRequest } from '../../../../testing/emulators/desk.ts'

interface Toy {
  readonly type: string
  readonly name: string
  readonly time: number
  readonly properties: Readonly<Record<string, unknown>>
  readonly identity: { readonly anonymousId: string; readonly userId?: string }
}

export const counter: Counter = {
  paths: ['/toys'],
  open(refuse) {
    const arrivals: Arrival[] = []
    const requests: DeskRequest[] = []
    return {
      title: 'Toy',
      attributes: { 'data-key': 'toy_abcd', 'data-endpoint': ADDRESS },
      async handle(request) {
        const { toys } = (await request.json()) as { readonly toys: readonly Toy[] }
        const refusal = toys.map(({ properties }) => refuse(properties)).find(Boolean)
        const status = refusal ? 400 : 200
        requests.push({ timeMs: Date.now(), method: 'POST', path: '/toys', status, body: '', refusal: refusal ?? '' })
        if (!refusal)
          for (const { type, name, time, properties, identity } of toys)
            if (type === 'track')
              arrivals.push({
                name,
                time: new Date(time).toISOString(),
                person: identity.userId ?? identity.anonymousId,
                properties,
              })
        return Response.json(refusal ? { error: refusal } : { taken: toys.length }, { status })
      },
      events: () => arrivals,
      people: () => new Set(arrivals.map(({ person }) => person)).size,
      repeats: () => 0,
      countsTwice: true,
      requests: () => requests,
    }
  },
}
`,
}
