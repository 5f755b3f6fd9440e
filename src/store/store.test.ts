import { testStore } from '../../test/contract/store.ts'
import { createMemoryStore } from './store.ts'

testStore('memory', createMemoryStore)
