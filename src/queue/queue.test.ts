import { testAccountQueue } from '../../test/contract/account-queue.ts'
import { testCorrectedQueue } from '../../test/contract/corrected-queue.ts'
import { testDamagedQueue } from '../../test/contract/damaged-queue.ts'
import { testDoubtfulQueue } from '../../test/contract/doubtful-queue.ts'
import { testHoldingQueue } from '../../test/contract/holding-queue.ts'
import { testLeavingQueue } from '../../test/contract/leaving-queue.ts'
import { testQueue } from '../../test/contract/queue.ts'
import { testRefusedQueue } from '../../test/contract/refused-queue.ts'
import { testUnansweredQueue } from '../../test/contract/unanswered-queue.ts'
import { giveIndexedDb } from '../../test/fake-indexed-db.ts'
import { openIndexedDb } from '../store/indexed-db.ts'
import { createMemoryStore } from '../store/store.ts'

const createDatabase = () => {
  giveIndexedDb()
  return openIndexedDb()
}

for (const [name, create] of [
  ['memory', createMemoryStore],
  ['IndexedDB', createDatabase],
] as const) {
  testQueue(name, create)
  testDoubtfulQueue(name, create)
  testLeavingQueue(name, create)
  testDamagedQueue(name, create)
  testHoldingQueue(name, create)
  testRefusedQueue(name, create)
  testUnansweredQueue(name, create)
  testAccountQueue(name, create)
  testCorrectedQueue(name, create)
}
