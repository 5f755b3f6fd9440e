import type { Chunk } from '../queue/chunk.ts'
import type { FlushReason, Tell } from './sender-events.ts'

/** What the service worker's way into a page needs of a sender. A list, too. */
export type Delegating = readonly [
  unsent: Set<Chunk>,
  tell: Tell,
  /** When to flush next, unless there is work before, and why the last request failed. */
  look: (ms: number, failing: string | undefined) => void,
  signal: AbortSignal | undefined,
]

/**
 * A service worker that delivers in the place of the page. A list: it comes from another script, whose names were shortened
 * in another way.
 */
export type Delegate = readonly [
  /** Resolves with whether the worker has heard, or for `manual`, whether it has come to rest. */
  flush: (reason: FlushReason) => Promise<boolean>,
  /** The page is left; what it hands off itself has been noted. */
  leave: (reason: FlushReason) => void,
]

/**
 * Resolves when the worker is active. Rejects where the browser refuses one.
 * @param path of its script.
 * @param config with which it makes the destination, as far as JSON holds it.
 */
export type LinkToWorker = (path: string, config: readonly unknown[], sender: Delegating) => Promise<Delegate>
