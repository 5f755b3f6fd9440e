import type { Properties } from './event.ts'
import { emailOf, phoneOf } from './identifier.ts'
import type { Identifiers } from './identity.ts'
import { jsonOf, parsed } from './json.ts'
import { idOf, textOf } from './placeholder.ts'

export interface IdentifyCall {
  /** The identifiers that were given, without empty or malformed ones. */
  readonly said: Identifiers
  /** All other traits, without empty ones. */
  readonly traits: Properties
  /** A sentence for each value that was left out. */
  readonly told: readonly string[]
}

/**
 * Our names of the identifiers, the spellings of others (Klaviyo, Segment, Bloomreach, RudderStack), and the form of
 * each.
 */
const KNOWN = [
  ['userId', /^(\$|external_?|user_?)id$/i, idOf],
  ['email', /^\$?e-?mail$/i, emailOf],
  ['phone', /^\$?phone(_?number)?$/i, phoneOf],
  ['firstName', /^\$?first_?name$/i, textOf],
  ['lastName', /^\$?last_?name$/i, textOf],
] as const

const isObject = (given: unknown): given is Properties =>
  typeof given === 'object' && given !== null && !Array.isArray(given)

/** Returns the user id and the traits, either of which may be left out: `identify({ email })` has no user id. */
export const identifyArguments = (first: unknown, second: unknown): readonly [unknown, Properties] =>
  isObject(first) ? [undefined, first] : [first, isObject(second) ? second : {}]

/**
 * Reads the arguments of `identify(userId?, traits?)`: it uses our names for identifiers, and takes no placeholder for
 * a person.
 */
export const identifyCall = (first: unknown, second: unknown): IdentifyCall => {
  const [userId, given] = identifyArguments(first, second)
  const said: Identifiers = {}
  const traits: Record<string, unknown> = {}
  const told: string[] = []
  // As JSON, `NaN` and the like are null already. The argument comes last, so that it counts more than a trait.
  for (const [name, value] of [...Object.entries(parsed(jsonOf(given))), ['userId', userId] as const]) {
    // An empty trait is left out, because it would erase the vendor's value.
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
