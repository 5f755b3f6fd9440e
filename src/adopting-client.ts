import type { Identity } from './core/event.ts'
import type { Tracker } from './tracker.ts'

/** What a page was when a call was made on it. */
export interface PageThen {
  readonly url: string
  readonly title: string
  readonly referrer: string
}

export interface Client {
  readonly track: Tracker
  /**
   * Says when calls that were made before the script arrived were made, and what the page was then; without a time,
   * calls are made now. The bare tracker tells nothing of pages.
   */
  readonly replayAt: (time?: number, page?: PageThen) => void
}

/** What a tracker in front of it can do beside. */
export interface AdoptingClient extends Client {
  /** Who the visitor is. */
  readonly identity: () => Identity
  /** Takes over what a vendor says of the visitor; what is tracked already keeps its identity. */
  readonly adopt: (said: Partial<Identity>) => void
}
