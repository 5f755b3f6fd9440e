import { createLock } from '../browser/lock.ts'
import { randomHex } from '../browser/random.ts'
import { createIds } from '../core/id.ts'
import { sendWithFetch } from '../delivery/fetch.ts'
import type { World } from '../delivery/world.ts'
import type { Store } from '../store/store.ts'
import { openYieldingDatabase } from '../store/yielding-database.ts'

/** What the worker's senders need of the browser. A worker has no localStorage. */
export interface WorkerWorld
  extends Pick<World, 'now' | 'random' | 'newId' | 'setTimer' | 'lockFor' | 'send' | 'isOnline'> {
  /** Opens a database that tells when it is erased. */
  readonly openStore: (onErased: () => void) => Store
  /** Listens to the other tabs: a tab that erases everything tells all others, and the worker. */
  readonly listen: (listener: (data: unknown) => void) => void
}

export const workerWorld = (): WorkerWorld => ({
  now: () => Date.now(),
  random: () => Math.random(),
  newId: createIds(() => Date.now(), randomHex),
  setTimer: (run, ms) => setTimeout(run, ms),
  openStore: openYieldingDatabase,
  lockFor: createLock,
  send: sendWithFetch,
  isOnline: () => navigator.onLine,
  listen(listener) {
    new BroadcastChannel('sendoff').onmessage = ({ data }) => listener(data)
  },
})
