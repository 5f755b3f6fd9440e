import { createLock } from './browser/lock.ts'
import { randomHex } from './browser/random.ts'
import { createIds } from './core/id.ts'
import { createFetchTransport } from './delivery/fetch.ts'
import type { World } from './delivery/lane.ts'
import { createIndexedDbStore } from './storage/indexed-db.ts'
import { createLocalArea } from './storage/local-area.ts'

/** The browser, as far as the tracker needs it; `onMemory` is told when nothing survives the page. */
export const browserWorld = (onMemory: () => void): World => {
  const now = () => Date.now()
  return {
    now,
    random: () => Math.random(),
    newId: createIds(now, randomHex),
    setTimer: (run, ms) => setTimeout(run, ms),
    store: createIndexedDbStore(() => indexedDB, freshFactory, onMemory),
    area: createLocalArea(() => localStorage),
    lockFor: (name) => createLock(name, now),
    transport: createFetchTransport(now),
    isOnline: () => navigator.onLine,
  }
}

/** A new same-origin frame has a living `indexedDB` where the page's own has lost its connection for good. */
const freshFactory = (): IDBFactory => {
  const frame = document.createElement('iframe')
  frame.hidden = true
  document.documentElement.append(frame)
  return (frame.contentWindow as unknown as { indexedDB: IDBFactory }).indexedDB
}
