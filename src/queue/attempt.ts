import type { Part } from '../core/destination.ts'
import type { Outcome } from '../core/outcome.ts'

/** How long the answer to a hand-off is waited for before its events count as unanswered. */
export const HAND_OFF_MS = 10_000
/** Until when an answer to a hand-off is awaited, or was; 0 where that is no time of this clock. Anybody may have written it. */
export const believedUntil = (until: unknown, time: number): number =>
  typeof until === 'number' && until <= time + HAND_OFF_MS ? until : 0

/** How long a sender that gives no sign is believed to be alive: longer than any request. */
export const LEASE_MS = 45_000

/** Why a request is made: something has changed since the last one, so that no back-off counts, or only the time. */
export type Trigger = 'change' | 'time'

/** A request that has been written down, and of which records. */
export interface Attempt extends Part {
  /** Of its records, which others may have moved among the attempted ones. */
  readonly keys: readonly string[]
  /** The sender's, or that of a hand-off: when it is over, others may have made another attempt. */
  readonly lease: number
}

/** An attempt and what became of it. Where no database takes it, it is a note: no build may rename what it holds. */
export interface Answer extends Pick<Attempt, 'events' | 'keys' | 'lease'> {
  /** One for each event. */
  readonly outcomes: readonly Outcome[]
}

/** How long there is nothing to send (0: look again), and why the last request failed, if nothing has succeeded since. */
export interface Wait {
  readonly ms: number
  readonly failing?: string | undefined
}

/** Of a sender that has ended: nothing is sent any more. */
export const FOR_EVER: Wait = { ms: Infinity }

/** What the sender finds: a request to make, or how long to wait. */
export type Begun = Attempt | Wait
