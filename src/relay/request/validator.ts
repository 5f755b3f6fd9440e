import type { TrackedEvent } from '../../core/event.ts'
import { RELAY_BYTES, RELAY_EVENTS } from '../../vendors/relayed.ts'
import { type Limits, networkOf } from '../limits/limits.ts'
import { shapeProblem } from './batch-shape.ts'
import { readBody } from './read-body.ts'
import { type Refusal, type RefusalCode, refusal } from './refusal.ts'
import type { Secret } from './secret.ts'
import { verifiedKey } from './signed-key.ts'

export interface ValidatorOptions {
  readonly origins: readonly string[]
  readonly writeKeys: readonly string[]
  /** The names of the vendors that are set up. */
  readonly destinations: readonly string[]
  readonly signingSecret?: Secret | undefined
  readonly limits?: Limits | undefined
  addressOf?(request: Request): string | undefined
  now(): number
}

export type Validated =
  | { readonly type: 'passed'; readonly destination: string; readonly events: readonly TrackedEvent[] }
  | Refusal

type Fields = Readonly<Record<string, unknown>>

const parse = (text: string): Fields | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Fields) : undefined
  } catch {
    // The position of the syntax error would quote the body; the relay says only that it is not JSON.
    return undefined
  }
}

/** The content types of beacons and of other requests. Browsers send a preflight before any other type. */
const TYPES = /^(text\/plain|application\/json)\s*(;|$)/i

/**
 * Decides everything that can be decided before a vendor is called or a secret is read, cheapest first: method, origin,
 * type, size, syntax, write key, number, shape, destination.
 */
export const createValidator = ({
  origins,
  writeKeys,
  destinations,
  signingSecret,
  limits,
  addressOf,
  now,
}: ValidatorOptions) => {
  const known = { origins: new Set(origins), writeKeys: new Set<unknown>(writeKeys) }

  const headProblem = ({ method, headers }: Request): readonly [RefusalCode, string] | undefined => {
    if (!known.origins.has(headers.get('origin') ?? ''))
      return ['wrong-origin', 'Origin is not one of the sites that this relay is for.']
    if (method !== 'POST') return ['wrong-method', 'Expected POST.']
    if (!TYPES.test(headers.get('content-type') ?? 'text/plain'))
      return ['wrong-type', 'Content-Type: expected text/plain or application/json.']
    return undefined
  }

  /** Returns the write key if it is known here; a signed one only until it expires. */
  const writeKeyIn = async ({ writeKey }: Fields): Promise<string | undefined> => {
    const key = signingSecret ? await verifiedKey(writeKey, signingSecret, now()) : writeKey
    return typeof key === 'string' && known.writeKeys.has(key) ? key : undefined
  }

  const isOver = async (
    of: 'address' | 'key',
    subject: string,
    amount: number,
  ): Promise<Refusal | undefined> => {
    const waitMs = (await limits?.take(of, subject, amount)) ?? 0
    return waitMs > 0
      ? { ...refusal('too-many-requests', `Too much from this ${of}.`), afterMs: waitMs }
      : undefined
  }

  const bodyProblem = ({ events, destination }: Fields): readonly [RefusalCode, string] | undefined => {
    if (Array.isArray(events) && events.length > RELAY_EVENTS)
      return ['too-many-events', `events: expected at most ${RELAY_EVENTS}.`]
    const problem = shapeProblem(events)
    if (problem) return ['wrong-shape', `${problem}.`]
    // An object is refused first, because asking it for its text may throw.
    if (typeof destination !== 'string' || !destinations.includes(destination))
      return ['unknown-destination', `destination: expected one of ${destinations.join(', ')}.`]
    return undefined
  }

  return async (request: Request): Promise<Validated> => {
    const wrongHead = headProblem(request)
    if (wrongHead) return refusal(...wrongHead)
    const address = limits && addressOf?.(request)
    const fromAddress = address && (await isOver('address', networkOf(address), 1))
    if (fromAddress) return fromAddress
    const text = await readBody(request, RELAY_BYTES)
    if (text === undefined) return refusal('too-large', `The body has more than ${RELAY_BYTES} bytes.`)
    const body = parse(text)
    if (!body) return refusal('not-json', 'The body is not a JSON object.')
    const writeKey = await writeKeyIn(body)
    if (!writeKey)
      return refusal(
        'wrong-write-key',
        `writeKey is ${body.writeKey ? 'not one of this relay’s, or has ended' : 'missing'}.`,
      )
    const wrongBody = bodyProblem(body)
    if (wrongBody) return refusal(...wrongBody)
    const withKey = await isOver('key', writeKey, (body.events as readonly unknown[]).length)
    if (withKey) return withKey
    return {
      type: 'passed',
      destination: `${body.destination}`,
      events: body.events as readonly TrackedEvent[],
    }
  }
}
