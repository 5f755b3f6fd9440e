import 'fake-indexeddb/auto'
import { IDBFactory as FakeFactory } from 'fake-indexeddb'
import { vi } from 'vitest'
import { testDamagedQueue } from '../../test/contract/damaged-queue.ts'
import { testLeavingQueue } from '../../test/contract/leaving-queue.ts'
import { testQueue } from '../../test/contract/queue.ts'
import { createIndexedDbStore } from './indexed-db.ts'
import { createMemoryStore } from './store.ts'

const createDatabase = () => {
  vi.stubGlobal('indexedDB', new FakeFactory())
  return createIndexedDbStore()
}

for (const [name, create] of [
  ['memory', createMemoryStore],
  ['IndexedDB', createDatabase],
] as const) {
  testQueue(name, create)
  testLeavingQueue(name, create)
  testDamagedQueue(name, create)
}
