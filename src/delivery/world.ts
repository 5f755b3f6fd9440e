import type { Wait } from '../queue/attempt.ts'
import type { QueueWorld } from '../queue/queue-options.ts'
import type { LinkToWorker } from './delegate.ts'
import type { Transport } from './transport.ts'

/** Runs a round while no other tab holds the lock; see `Lock` of `browser/lock.ts`. */
export type RoundLock = (round: (grantedAt: number) => Promise<Wait>) => Promise<Wait>

/** What a sender needs of the browser. */
export interface World extends QueueWorld {
  readonly lockFor: (name: string) => RoundLock
  readonly send: Transport
  readonly isOnline: () => boolean
  /** Where there may be a service worker that delivers. */
  readonly linkToWorker?: LinkToWorker
  /** Told when a flush has ended: how long until the next, and why the last request failed, if it did. */
  readonly onRest?: (ms: number, failing: string | undefined) => void
  /** Aborted when the tracker is closed: then nothing listens any more. */
  readonly signal?: AbortSignal
}
