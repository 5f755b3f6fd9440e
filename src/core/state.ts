import { parsed } from './json.ts'
import type { DropReason, Outcome } from './outcome.ts'

/** Events that have left the queue. */
export type Counts = Readonly<Partial<Record<DropReason | 'delivered', number>>>

/** What all tabs share about one destination, beside its events. */
export interface LaneState {
  /** When this was written. */
  readonly at: number
  /** What requests have cost so far, as a time; see `waitMs`. */
  readonly due: number
  /** The present sender is believed to be alive until then. */
  readonly leaseUntil: number
  /** Whether it sends under a lock: then whoever gets the lock later knows that it is dead. */
  readonly locked: boolean
  /** Attempts that failed since the last that did not. */
  readonly failures: number
  /** Why the last one failed, with the vendor's words; '' when it did not. */
  readonly reason: string
  readonly detail: string
  readonly counts: Counts
}

const NEW_STATE: LaneState = {
  at: 0,
  due: 0,
  leaseUntil: 0,
  locked: false,
  failures: 0,
  reason: '',
  detail: '',
  counts: {},
}

/** The state as it was written. What was written before the clock was set back says nothing about now. */
export const stateFrom = (json: string | undefined, now: number): LaneState => {
  const state = { ...NEW_STATE, ...parsed<LaneState>(json) }
  return state.at > now ? { ...state, due: 0, leaseUntil: 0 } : state
}

const HOUR_MS = 3_600_000
/** Exponential back-off, up to this. */
const LAST_RETRY_MS = 300_000

/**
 * Milliseconds to wait before the next request. `due` is the generic cell rate algorithm (ITU-T I.371): every
 * request moves it on by its cost, and it may run ahead of the clock by `burstMs`. So in any `w` milliseconds
 * requests of cost `c` number at most `1 + (burstMs + w) / c`. Back-off moves it on, too.
 */
export const waitMs = ({ due }: LaneState, burstMs: number, now: number): number =>
  Math.max(0, due - burstMs - now)

/** `due` after one more request. */
export const spent = ({ due }: LaneState, costMs: number, burstMs: number, now: number): number =>
  Math.min(Math.max(due, now), now + burstMs) + costMs

export const counted = (counts: Counts, reason: keyof Counts, events: number): Counts =>
  events ? { ...counts, [reason]: (counts[reason] ?? 0) + events } : counts

/** The state after a request that had these outcomes. */
export const learned = (
  { due, counts, failures, leaseUntil, locked }: LaneState,
  outcomes: readonly Outcome[],
  burstMs: number,
  now: number,
  random: number,
): LaneState => {
  let next: LaneState = { ...NEW_STATE, due, counts, leaseUntil, locked }
  for (const { type, reason = 'delivered', detail = '', afterMs = 0 } of outcomes)
    if (type !== 'retry') next = { ...next, counts: counted(next.counts, reason as 'delivered', 1) }
    else if (reason !== 'together') {
      // Full jitter, and some where the vendor names the time: who failed together does not return together.
      const backoffMs = Math.min(HOUR_MS, afterMs) + random * Math.min(LAST_RETRY_MS, 2_000 * 2 ** failures)
      const ms = reason === 'paused' ? HOUR_MS : backoffMs
      next = { ...next, failures: failures + 1, reason, detail, due: now + burstMs + ms }
    }
  return next
}
