import { IDBFactory as FakeFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { testRollback } from '../../test/contract/rollback.ts'
import { testStore } from '../../test/contract/store.ts'
import { giveIndexedDb } from '../../test/fake-indexed-db.ts'
import { openIndexedDb } from './indexed-db.ts'
import type { Store } from './store.ts'

beforeEach(giveIndexedDb)

afterEach(() => {
  vi.unstubAllGlobals()
})

/** A store in a browser that refuses to open a database as often as it is told to. */
const createBrowser = () => {
  const factory = new FakeFactory()
  const connections: IDBDatabase[] = []
  let refusals = 0
  vi.stubGlobal('indexedDB', {
    open(name: string) {
      if (refusals-- > 0) throw new DOMException('The operation is insecure', 'SecurityError')
      const request = factory.open(name)
      request.addEventListener('success', () => connections.push(request.result))
      return request
    },
  })
  return {
    store: openIndexedDb(),
    /** All connections that were opened. */
    connections,
    refuse(times: number): void {
      refusals = times
    },
  }
}

const put = async (store: Store, value: string) => store((t) => t.put('a', value))
const get = (store: Store) => store((t) => t.get('a'))

testStore('IndexedDB', () => createBrowser().store)
testRollback('IndexedDB', () => createBrowser().store)

describe('a connection', () => {
  test('is opened when it is needed, and once', async () => {
    const { store, connections } = createBrowser()
    expect(connections).toHaveLength(0)
    await put(store, '1')
    await put(store, '2')
    expect(connections).toHaveLength(1)
  })

  test('that is lost is told, and a store that is opened anew holds what was kept', async () => {
    const { store, connections } = createBrowser()
    await put(store, '1')
    connections[0]?.close()
    await expect(put(store, '2')).rejects.toThrow()
    expect(await get(openIndexedDb())).toBe('1')
  })
})

describe('a database that cannot be opened', () => {
  test('is told, and not remembered: the next work may be luckier', async () => {
    const { store, refuse } = createBrowser()
    refuse(1)
    await expect(put(store, '1')).rejects.toThrow('insecure')
    await put(store, '2')
    expect(await get(store)).toBe('2')
  })

  test('is told where the browser has none, and only when it is needed', async () => {
    vi.stubGlobal('indexedDB', undefined)
    const store = openIndexedDb()
    await expect(put(store, '1')).rejects.toThrow(/indexedDB|undefined/)
  })
})
