import type { Client } from '../../adopting-client.ts'
import type { Destination } from '../../core/destination.ts'
import type { Store } from '../../store/store.ts'
import type { VisitorCookie } from '../visitor/visitor-cookie.ts'
import type { Gate } from './gate.ts'

/** A running tracker, between two erasures. */
export interface Life {
  readonly client: Client
  readonly gate: Gate
  /** The database, for as long as the life lasts. */
  readonly store: Store
  /** Takes over what the vendors' scripts say of the visitor by now. */
  readonly look: () => void
}

/**
 * Starts a tracker as soon as the visitor's identity is known.
 * @param destinations are those that the visitor has not opted out of.
 * @returns a function that starts it without that knowledge, for a page that is left.
 */
export type Begin = (
  destinations: readonly Destination[],
  gate: Gate,
  cookie: VisitorCookie,
  onBegin: (life: Life) => void,
) => () => void

/** What the composing module gives to the lives of a tracker. */
export interface LivesParts {
  readonly begin: Begin
  /** Called when calls can be passed on. */
  readonly onBegin: (life: Life) => void
  /** Called when nothing of what was tracked is there any more. */
  readonly onEnd: () => void
  /** Called with the number of events that were queued when everything was erased. */
  readonly onErased: (events: number) => void
  /** Tells whether calls are waiting to be passed on. */
  readonly isWanted: () => boolean
}

/** The present life, and what the visitor decides of it. */
export interface Lives {
  readonly life: () => Life | undefined
  readonly isDenied: () => boolean
  /** Starts the tracker for an event, if that is allowed. */
  readonly wake: () => void
  readonly decide: (next: 'granted' | 'denied') => void
  readonly erase: () => Promise<void>
}
