import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'

/**
 * Gives this process a database. `fake-indexeddb/auto` gives it to `window` where there is one: tests that share a process
 * may load it while another has one.
 */
export const giveIndexedDb = (): void => {
  Object.assign(globalThis, { indexedDB: new IDBFactory(), IDBKeyRange })
}
