import { createLock } from '../browser/lock.ts'
import { randomHex } from '../browser/random.ts'
import { createIds } from '../core/id.ts'
import { sendWithFetch } from '../delivery/fetch.ts'
import type { World } from '../delivery/lane.ts'
import type { Store } from '../store/store.ts'
import { openYieldingDatabase } from '../store/yielding-database.ts'

/** What the worker's lanes need of the browser. There is no localStorage. */
export interface WorkerWorld
  extends Pick<World, 'now' | 'random' | 'newId' | 'setTimer' | 'lockFor' | 'send' | 'isOnline'> {
  /** Opens a database that says when somebody erases it. */
  readonly openStore: (onErased: () => void) => Store
  /** Whoever erases everything tells all tabs; a worker is one. */
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
