import type { TrackedEvent } from '../core/event.ts'
import { RELAY_BYTES, RELAY_EVENTS } from '../destinations/relay.ts'
import { shapeProblem } from './batch-shape.ts'
import { readBody } from './read-body.ts'
import { type Refusal, type RefusalCode, refusal } from './refusal.ts'

export interface GateOptions {
  readonly origins: readonly string[]
  readonly writeKeys: readonly string[]
  /** The names of the vendors that are set up. */
  readonly destinations: readonly string[]
}

export type Passage =
  | { readonly type: 'passed'; readonly destination: string; readonly events: readonly TrackedEvent[] }
  | Refusal

type Fields = Readonly<Record<string, unknown>>

const parse = (text: string): Fields | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Fields) : undefined
  } catch {
    // Where the syntax error is would quote the body; that it is none says enough.
    return undefined
  }
}

/** What a beacon sends by default, and what others send. Anything else would have asked before. */
const TYPES = /^(text\/plain|application\/json)\s*(;|$)/i

/**
 * Everything that is decided before a vendor is called or a secret is read, cheapest first: method, origin, type,
 * size, syntax, write key, number, shape, destination.
 */
export const createGate = ({ origins, writeKeys, destinations }: GateOptions) => {
  const known = { origins: new Set(origins), writeKeys: new Set<unknown>(writeKeys) }

  const headProblem = ({ method, headers }: Request): readonly [RefusalCode, string] | undefined => {
    if (!known.origins.has(headers.get('origin') ?? ''))
      return ['wrong-origin', 'Origin is not one of the sites that this relay is for.']
    if (method !== 'POST') return ['wrong-method', 'Expected POST.']
    if (!TYPES.test(headers.get('content-type') ?? 'text/plain'))
      return ['wrong-type', 'Content-Type: expected text/plain or application/json.']
    return undefined
  }

  const bodyProblem = ({
    writeKey,
    events,
    destination,
  }: Fields): readonly [RefusalCode, string] | undefined => {
    if (!known.writeKeys.has(writeKey))
      return ['wrong-write-key', `writeKey is ${writeKey ? 'not one of this relay’s' : 'missing'}.`]
    if (Array.isArray(events) && events.length > RELAY_EVENTS)
      return ['too-many-events', `events: expected at most ${RELAY_EVENTS}.`]
    const problem = shapeProblem(events)
    if (problem) return ['wrong-shape', `${problem}.`]
    // An object would be asked for its text, which may throw.
    if (typeof destination !== 'string' || !destinations.includes(destination))
      return ['unknown-destination', `destination: expected one of ${destinations.join(', ')}.`]
    return undefined
  }

  return async (request: Request): Promise<Passage> => {
    const wrongHead = headProblem(request)
    if (wrongHead) return refusal(...wrongHead)
    const text = await readBody(request, RELAY_BYTES)
    if (text === undefined) return refusal('too-large', `The body has more than ${RELAY_BYTES} bytes.`)
    const body = parse(text)
    if (!body) return refusal('not-json', 'The body is not a JSON object.')
    const wrongBody = bodyProblem(body)
    if (wrongBody) return refusal(...wrongBody)
    return {
      type: 'passed',
      destination: `${body.destination}`,
      events: body.events as readonly TrackedEvent[],
    }
  }
}
