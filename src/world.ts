import { createLock } from './browser/lock.ts'
import { randomHex } from './browser/random.ts'
import { linkToWorker } from './browser/worker-link.ts'
import { createIds } from './core/id.ts'
import { sendWithFetch } from './delivery/fetch.ts'
import type { World } from './delivery/lane.ts'
import { openIndexedDb } from './storage/indexed-db.ts'
import { createLocalArea } from './storage/local-area.ts'

/** The browser, as far as the tracker needs it. */
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
  linkToWorker,
})
