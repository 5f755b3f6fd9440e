import type { TrackedEvent } from '../core/event.ts'
import type { DropReason } from '../core/outcome.ts'

/** `unanswered`: it was sent, no answer came in time, and it goes again. */
export type QueuedStatus = 'waiting' | 'in flight' | 'handed off' | 'unanswered'

/** `refused`: a dead letter. `gone`: it left the queue, and nobody here has heard why. */
export type DepartureStatus = QueuedStatus | 'delivered' | 'refused' | Exclude<DropReason, 'refused'> | 'gone'

/** One event on the board. */
export interface Departure {
  readonly event: TrackedEvent
  readonly destination: string
  readonly status: DepartureStatus
  /** The vendor's words, of an event that it refused. */
  readonly detail?: string | undefined
}
