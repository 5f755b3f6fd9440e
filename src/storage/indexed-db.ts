import { createStore, promisifyRequest } from 'idb-keyval'
import type { Store } from './store.ts'

/** A store over IndexedDB. Opened anew, it gets over a lost connection ("connection is closing"). */
export const openIndexedDb =
  (use = createStore('sendoff', 'sendoff')): Store =>
  (work) =>
    use('readwrite', async (records) => {
      const { transaction } = records
      const result = await work({
        get: (key) => promisifyRequest(records.get(key)),
        keys: (prefix, limit) =>
          promisifyRequest(records.getAllKeys(IDBKeyRange.bound(prefix, `${prefix}~`), limit)) as Promise<
            string[]
          >,
        put: (key, value) => records.put(value, key),
        remove: (key) => records.delete(key),
      })
      // Without it the writes wait for the page's next idle moment, and are lost if there is none.
      transaction.commit?.()
      await promisifyRequest(transaction)
      return result
    })
