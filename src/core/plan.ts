import { MAX_WAIT_MS } from './backoff.ts'
import type { Destination, Part } from './destination.ts'
import type { TrackedEvent } from './event.ts'
import { timeOfId } from './id.ts'
import type { Outcome } from './outcome.ts'
import { paceWait } from './pace.ts'
import type { Attempt, LaneState } from './state.ts'

/** How long the answer to a hand-off is waited for before its events count as unanswered. */
export const HAND_OFF_MS = 10_000
/** How long a request may take. */
export const REQUEST_MS = 30_000
/** How long a sender that gives no sign is believed to be alive: longer than any request. */
export const LEASE_MS = 45_000

export interface View {
  readonly state: LaneState
  readonly attempts: readonly Attempt[]
  /** The oldest of the queue, in order. */
  readonly events: readonly TrackedEvent[]
}

export interface PlanOptions {
  readonly destination: Destination
  readonly now: number
  readonly maxAgeMs: number
  readonly unanswered: 'resend' | 'assume-delivered'
  /** Something has changed since the last failure: a page was opened, the network came back, the site asks. */
  readonly hopeful: boolean
}

export type Plan =
  | { readonly type: 'idle' }
  | { readonly type: 'wait'; readonly ms: number; readonly why: 'backoff' | 'pace' | 'hand-off' }
  | { readonly type: 'settle'; readonly outcomes: ReadonlyMap<string, Outcome> }
  | { readonly type: 'send'; readonly part: Part }

/** What the sender does next with what it sees. */
export const plan = (view: View, { destination, now, maxAgeMs, unanswered, hopeful }: PlanOptions): Plan => {
  const { state, attempts, events } = view
  const backoff = state.paused && state.paused.key !== destination.key ? 0 : remaining(state.retryAt, MAX_WAIT_MS, now)
  if (backoff && !(state.offline && hopeful)) return { type: 'wait', ms: backoff, why: 'backoff' }

  const answerable = attempts.map(({ until }) => remaining(until, HAND_OFF_MS, now))
  const held = idsOf(attempts.filter((_, index) => answerable[index]))
  const doubtful = idsOf(attempts.filter((_, index) => !answerable[index]))
  const free = events.filter(({ id }) => !held.has(id))

  const outcomes = new Map<string, Outcome>()
  for (const { id } of free) {
    if (timeOfId(id) < now - maxAgeMs) outcomes.set(id, { type: 'dropped', reason: 'expired' })
    else if (doubtful.has(id) && unanswered === 'assume-delivered') outcomes.set(id, { type: 'delivered' })
  }
  if (outcomes.size) return { type: 'settle', outcomes }

  const repeats = free.filter(({ id }) => doubtful.has(id))
  const [first, ...others] = repeats.length ? repeats : narrowed(free, state.suspects)
  if (!first) return held.size ? { type: 'wait', ms: Math.max(...answerable), why: 'hand-off' } : { type: 'idle' }
  const part = destination.encode([first, ...others], repeats.length ? 'resend' : 'first')
  const wait = paceWait(part.pace, state.due[part.pace.name] ?? 0, now)
  return wait ? { type: 'wait', ms: wait, why: 'pace' } : { type: 'send', part }
}

/**
 * Milliseconds until `time`; 0 also for a time that is further ahead than anyone would have set it, which was
 * written before the clock was set back.
 */
export const remaining = (time: number, most: number, now: number): number => {
  const ms = time - now
  return ms > 0 && ms <= most ? ms : 0
}

const idsOf = (attempts: readonly Attempt[]) => new Set(attempts.flatMap(({ ids }) => ids))

/**
 * A batch that was refused without naming the guilty is searched by halves: of the events that are known to
 * hold a guilty one, the first half goes alone. Delivered, it leaves the guilty in the other half; refused, it
 * is searched in turn; and one event alone is guilty by the vendor's own word.
 */
const narrowed = (events: readonly TrackedEvent[], ids: readonly string[]): readonly TrackedEvent[] => {
  const known = new Set(ids)
  const suspects = events.filter(({ id }) => known.has(id))
  return suspects.length ? suspects.slice(0, Math.ceil(suspects.length / 2)) : events
}
