import { openIndexedDb } from '../../src/store/indexed-db.ts'
import { createMemoryStore, type Store } from '../../src/store/store.ts'
import { testRollback } from '../../test/contract/rollback.ts'
import { testStore } from '../../test/contract/store.ts'

/** Makes a store that is empty at first, although all tests of the page share one database. */
const createEmpty = (): Store => {
  const store = openIndexedDb()
  const emptied = store(async (t) => {
    for (const key of await t.keys('')) t.remove(key)
  })
  return async (work) => {
    await emptied
    return store(work)
  }
}

testStore('IndexedDB', createEmpty)
testRollback('IndexedDB', createEmpty)
testStore('memory', createMemoryStore)
