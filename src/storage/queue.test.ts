import 'fake-indexeddb/auto'
import { IDBFactory as FakeFactory } from 'fake-indexeddb'
import { testDamagedQueue } from '../../test/contract/damaged-queue.ts'
import { testLeavingQueue } from '../../test/contract/leaving-queue.ts'
import { testQueue } from '../../test/contract/queue.ts'
import { createIndexedDbStore } from './indexed-db.ts'
import { createMemoryStore } from './store.ts'

const createDatabase = () => {
  const own = new FakeFactory()
  return createIndexedDbStore(
    () => own,
    () => own,
    () => {
      throw new Error('the database was expected to work')
    },
  )
}

for (const [name, create] of [
  ['memory', createMemoryStore],
  ['IndexedDB', createDatabase],
] as const) {
  testQueue(name, create)
  testLeavingQueue(name, create)
  testDamagedQueue(name, create)
}
