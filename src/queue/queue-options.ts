import type { Destination } from '../core/destination.ts'
import type { LocalArea } from '../store/local-area.ts'
import type { Store } from '../store/store.ts'

/** What a queue needs of the browser. */
export interface QueueWorld {
  readonly now: () => number
  readonly random: () => number
  readonly newId: (time?: number) => string
  readonly setTimer: (run: () => void, ms: number) => void
  readonly openStore: () => Store
  readonly area: LocalArea
}

/** How long, and how many, events may wait. */
export interface Retention {
  readonly maxAgeDays: number
  readonly maxEvents: number
}

export interface QueueOptions extends Retention {
  /** The name of all that is stored and locked of it. */
  readonly queue: string
}

/** A destination, and the name of its queue. */
export interface DestinationQueue extends Pick<QueueOptions, 'queue'> {
  readonly destination: Destination
}
