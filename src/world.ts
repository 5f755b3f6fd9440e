import { createLock } from './browser/lock.ts'
import { randomHex } from './browser/random.ts'
import { createIds } from './core/id.ts'
import { sendWithFetch } from './delivery/fetch.ts'
import type { World } from './delivery/world.ts'
import { openIndexedDb } from './store/indexed-db.ts'
import { createLocalArea } from './store/local-area.ts'

/** The parts of the browser that the tracker needs. */
export const browserWorld = (): World => ({
  now: () => Date.now(),
  random: () => Math.random(),
  newId: createIds(() => Date.now(), randomHex),
  setTimer: setTimeout,
  openStore: openIndexedDb,
  area: createLocalArea(() => localStorage),
  lockFor: createLock,
  send: sendWithFetch,
  isOnline: () => navigator.onLine,
  // The code that links a page to its worker is loaded from the worker's own script: few sites use it, and both parts
  // then have the same version.
  async linkToWorker(path, ...given) {
    await new Promise((onload, onerror) => {
      const script = document.createElement('script')
      document.head.append(Object.assign(script, { src: location.origin + path, onload, onerror }))
    })
    return Reflect.get(globalThis, Symbol.for('sendoff'))(path, ...given)
  },
})
