import type { Destination } from '../core/destination.ts'
import { parsed } from '../core/json.ts'
import type { DropReason, Identifier, Outcome } from '../core/outcome.ts'

/** Events that have left the queue. */
export type Counts = Partial<Record<DropReason | 'delivered', number>>

/** What all tabs share about one destination, beside its events. A draft: transactions change it and write it back. */
export interface SharedState {
  /** When this was written; of what was read, when it was read. */
  at: number
  /** Since when the clock has gone on without a jump: only by such a clock is an event too old. */
  since: number
  /** What requests have cost so far, as a time; see `waitMs`. */
  due: number
  /** The present sender is believed to be alive until then. */
  lease: number
  /** Whether it sends under a lock: then whoever gets the lock later knows that it is dead. */
  locked: boolean
  /** Attempts that failed in a row; afterwards less than one, and less with every answer that is no failure. */
  failures: number
  /** Why the last one failed, with the vendor's words; '' when it did not. */
  reason: string
  detail: string
  /** Among the first so many events is one that the vendor refuses. */
  bad: number
  /** The journal: the records of the request that is on its way. */
  sending: readonly string[]
  /** Until when the answer to a hand-off may come. */
  until: number
  /** The notes that were taken in last. */
  seen: string[]
  /** Repeats that had no answer in a row: they have a back-off of their own, and are due again then. */
  repeats: number
  repeatDue: number
  /** The last request was a repeat: a new event is next, if there is one. */
  repeated: boolean
  /** No request has been answered since one had no answer: it may be the network, and is no event's fault. */
  silent: boolean
  /** How often records, by their first id, had no answer while others had. */
  tries: Record<string, number>
  /** What the vendor has refused of a person: events go without it. */
  refused: Partial<Record<Identifier, string>>
  counts: Counts
}

/** When something is decided, and a number by chance: who failed together does not return together. */
export interface Moment {
  readonly now: number
  readonly random: number
}

const HOUR_MS = 3_600_000
/** No back-off is as long: what says so was not written by us. */
const LAST_MS = 2 * HOUR_MS
/** A clock that jumps so far was wrong, before or now. Or nobody was here for a month: then what waits may go on to. */
export const JUMP_MS = 720 * HOUR_MS

const isText = (value: unknown): boolean => typeof value === 'string'
const isCount = (value: unknown): boolean => typeof value === 'number' && value >= 0

/** Of what somebody has written, as much as could be ours: of `like`'s type, with parts of the right type. */
const sane = (found: unknown, like: unknown): unknown => {
  if (found?.constructor !== like?.constructor) return like
  if (Array.isArray(found)) return found.filter(isText)
  return typeof like === 'number' && !isCount(found) ? like : found
}

/** The entries that are of the right type. */
const only = (found: object, is: (value: unknown) => boolean): object =>
  Object.fromEntries(Object.entries(found).filter(([, value]) => is(value)))

/** The state as it was written. What was written before the clock was set back says nothing about now. */
export const stateFrom = (json: string | undefined, now: number): SharedState => {
  const state: SharedState = {
    at: 0,
    since: 0,
    due: 0,
    lease: 0,
    locked: false,
    failures: 0,
    reason: '',
    detail: '',
    bad: 0,
    sending: [],
    until: 0,
    seen: [],
    repeats: 0,
    repeatDue: 0,
    repeated: false,
    silent: false,
    tries: {},
    refused: {},
    counts: {},
  }
  const found: Partial<Record<string, unknown>> = parsed(json)
  // Whatever else another program, or a crash, has left.
  for (const [name, like] of Object.entries(state))
    (state as unknown as Record<string, unknown>)[name] = sane(found[name], like)
  state.tries = only(state.tries, isCount) as SharedState['tries']
  state.refused = only(state.refused, isText)
  state.counts = only(state.counts, isCount)
  if (Math.abs(state.at - now) > JUMP_MS || state.since > now) state.since = now
  if (state.at > now || state.due > now + LAST_MS) state.due = 0
  if (state.at > now || state.repeatDue > now + LAST_MS) state.repeatDue = 0
  state.at = now
  return state
}

/** Exponential back-off ends at some four minutes, or at an hour where the vendor names a time. */
const MAX_DOUBLINGS = 7

/**
 * Milliseconds to wait before the next request. `due` is the generic cell rate algorithm (ITU-T I.371): every
 * request moves it on by its cost, and it may run ahead of the clock by `burstMs`. So in any `w` milliseconds
 * requests of cost `c` number at most `1 + (burstMs + w) / c`. Back-off moves it on, too.
 */
export const waitMs = ({ due }: SharedState, burstMs: number, now: number): number => due - burstMs - now

/** `due` after one more request. */
export const spent = ({ due }: SharedState, costMs: number, burstMs: number, now: number): number =>
  Math.min(Math.max(due, now), now + burstMs) + costMs

export const count = (state: SharedState, reason: keyof Counts, events: number): void => {
  state.counts[reason] = (state.counts[reason] ?? 0) + events
}

/** Fewer events than these go one by one where requests have failed of late. */
const FEW = 50

/**
 * Whether the next of so many waiting events goes alone, where the vendor counts such requests apart. Who has failed
 * of late, for whatever reason, goes on one by one until refused again; then all go at once by chance, the likelier
 * the more there are: so a crowd uses up both limits. `bench/crowd/` has chosen this, and the waits.
 */
export const goesAlone = ({ failures, reason }: SharedState, waiting: number, random: number): boolean =>
  waiting < FEW * (reason ? random : failures)

/** The first time, it is this much more than the vendor says: at most twice its time and these. */
const FIRST_MS = 3_000

/** Milliseconds until the next request, after one that failed. */
const backOffMs = (
  { failures, reason }: SharedState,
  outcome: Outcome,
  crowdMs: number,
  random: number,
): number => {
  const givenMs = Math.min(HOUR_MS, Math.max(0, outcome.afterMs ?? 0)) || 0
  if (outcome.reason === 'paused') return HOUR_MS
  const isLimit = outcome.reason === 'limited'
  const isFirst = isLimit && reason !== 'limited'
  // A limit whose end is known is over then. Where no script may read it, most of a crowd is gone in a quarter of it.
  if (isFirst && givenMs) return givenMs + random * (givenMs + FIRST_MS)
  if (isFirst && crowdMs) return (crowdMs * (1 + 3 * random)) / 4
  const afterMs = givenMs + (isLimit ? crowdMs : 0)
  // Full jitter, after the time that the vendor names and as wide: who failed together does not return together.
  const spreadMs = (2_000 + 3 * afterMs) * 2 ** Math.min(MAX_DOUBLINGS, failures)
  return Math.min(HOUR_MS, afterMs + random * spreadMs)
}

/** What a request with these outcomes teaches. */
export const learn = (
  state: SharedState,
  outcomes: readonly Outcome[],
  { burstMs, crowdMs = 0 }: Destination['limits'],
  { now, random }: Moment,
): void => {
  const before = { ...state }
  let together = 0
  let gone = 0
  Object.assign(state, { failures: 0.97 * Math.min(1, before.failures), reason: '', detail: '' })
  for (const outcome of outcomes) {
    const { type, reason, detail = '' } = outcome
    if (reason === 'together') together++
    else if (type !== 'retry') gone++
    else if (reason !== 'alone' && reason !== 'identifier')
      Object.assign(state, {
        failures: before.failures + 1,
        reason,
        detail,
        due: now + burstMs + backOffMs(before, outcome, crowdMs, random),
      })
  }
  // Delivered, the first half of a refused batch leaves the guilty in the other.
  state.bad = outcomes[together] ? Math.max(0, state.bad - gone) : together
}

/** A repeat had no answer, again: new events need not wait for it, nor it for them. */
export const postpone = (state: SharedState, { now, random }: Moment): void => {
  state.repeatDue = now + random * 2_000 * 2 ** Math.min(MAX_DOUBLINGS, ++state.repeats)
}
