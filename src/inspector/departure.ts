import type { TrackedEvent } from '../core/event.ts'
import type { DropReason } from '../core/outcome.ts'

/** How a queued event stands: `unanswered` means that it was sent, no answer came in time, and it is sent again. */
export type QueuedStatus = 'waiting' | 'in flight' | 'handed off' | 'unanswered'

/**
 * How an event stands: `refused` is a dead letter; `gone` is an event that left the queue without this tab hearing why.
 */
export type DepartureStatus = QueuedStatus | 'delivered' | 'refused' | Exclude<DropReason, 'refused'> | 'gone'

/** One event on the board. */
export interface Departure {
  readonly event: TrackedEvent
  readonly destination: string
  readonly status: DepartureStatus
  /** The vendor's words about an event that it refused. */
  readonly detail?: string | undefined
}
