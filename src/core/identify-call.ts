import type { Properties } from './event.ts'
import { emailOf, phoneOf } from './identifier.ts'
import type { Identifiers } from './identity.ts'
import { jsonOf, parsed } from './json.ts'
import { idOf, textOf } from './placeholder.ts'

export interface IdentifyCall {
  /** Without what was not said, or is malformed. */
  readonly said: Identifiers
  /** Everything else; nothing in it is empty. */
  readonly traits: Properties
  /** The values that were left out, a sentence each. */
  readonly told: readonly string[]
}

/** Our names, how others spell them (Klaviyo, Segment, Bloomreach, RudderStack), and what may stand there. */
const KNOWN = [
  ['userId', /^(\$|external_?|user_?)id$/i, idOf],
  ['email', /^\$?e-?mail$/i, emailOf],
  ['phone', /^\$?phone(_?number)?$/i, phoneOf],
  ['firstName', /^\$?first_?name$/i, textOf],
  ['lastName', /^\$?last_?name$/i, textOf],
] as const

const isObject = (given: unknown): given is Properties =>
  typeof given === 'object' && given !== null && !Array.isArray(given)

/** User id and traits, either of which may be left out: `identify({ email })` names no id. */
export const identifyArguments = (first: unknown, second: unknown): readonly [unknown, Properties] =>
  isObject(first) ? [undefined, first] : [first, isObject(second) ? second : {}]

/** What `identify(userId?, traits?)` says of a person: all of it in our names, and no placeholder taken for somebody. */
export const identifyCall = (first: unknown, second: unknown): IdentifyCall => {
  const [userId, given] = identifyArguments(first, second)
  const said: Identifiers = {}
  const traits: Record<string, unknown> = {}
  const told: string[] = []
  // As JSON, `NaN` and the like are null already. The argument comes last: it counts more than a trait.
  for (const [name, value] of [...Object.entries(parsed(jsonOf(given))), ['userId', userId] as const]) {
    // An empty trait must not erase the vendor's value.
    if (((typeof value === 'string' ? value.trim() : value) ?? '') === '') continue
    const [ours, , normal] = KNOWN.find(([, spelling]) => spelling.test(name)) ?? []
    const text = normal?.(value)
    if (!ours) traits[name] = value
    else if (!text) told.push(`${ours} is malformed, and left out`)
    else if (ours === 'firstName' || ours === 'lastName') traits[ours] = text
    else said[ours] = text
  }
  return { said, traits, told }
}
