import { propertiesProblem } from './property-bounds.ts'

const MAX_TEXT = 1_024
/** The last moment that a Date can express. */
const MAX_TIME_MS = 8.64e15
const MAX_ID = 255
/** The form of an id: it fits UUIDs, and nothing that JSON would have to escape. */
const ID = /^[\w-]{1,64}$/

type Fields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown, max: number): boolean =>
  typeof value === 'string' && value.length > 0 && value.length <= max
const isTextOrMissing = (value: unknown, max: number): boolean => value === undefined || isText(value, max)

const identityProblem = (identity: unknown): string | undefined => {
  if (!isObject(identity)) return 'identity: expected an object'
  if (!isText(identity.anonymousId, MAX_ID)) return 'identity.anonymousId: expected text'
  const wrong = ['userId', 'email', 'phone'].find((name) => !isTextOrMissing(identity[name], MAX_ID))
  return wrong && `identity.${wrong}: expected text`
}

const eventProblem = (event: unknown): string | undefined => {
  if (!isObject(event)) return 'expected an object'
  const { id, uniqueId, type, name, time, properties, identity } = event
  if (typeof id !== 'string' || !ID.test(id)) return 'id: expected letters, digits and hyphens'
  if (!isTextOrMissing(uniqueId, MAX_ID)) return 'uniqueId: expected text'
  if (type !== 'track' && type !== 'identify') return 'type: expected track or identify'
  if (!isText(name, MAX_TEXT)) return 'name: expected text'
  if (typeof time !== 'number' || !(Math.abs(time) <= MAX_TIME_MS)) return 'time: expected milliseconds'
  if (!isObject(properties)) return 'properties: expected an object'
  const tooMuch = propertiesProblem(properties)
  return tooMuch ? `properties: ${tooMuch}` : identityProblem(identity)
}

/**
 * Returns what is wrong with the events of a batch, by its place; nothing when they are events as sendoff sends them.
 */
export const shapeProblem = (events: unknown): string | undefined => {
  if (!Array.isArray(events) || events.length === 0) return 'events: expected a list of at least one'
  for (const [index, event] of events.entries()) {
    const problem = eventProblem(event)
    if (problem) return `events[${index}].${problem}`
  }
  return undefined
}
