import 'fake-indexeddb/auto'
import { IDBFactory as FakeFactory } from 'fake-indexeddb'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { testStore } from '../../test/contract/store.ts'
import { createIndexedDbStore } from './indexed-db.ts'
import type { Store } from './store.ts'

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
    store: createIndexedDbStore(),
    /** Every connection that was opened. */
    connections,
    refuse(times: number): void {
      refusals = times
    },
  }
}

const put = (store: Store, value: string) => store((t) => t.put('a', value))
const get = (store: Store) => store((t) => t.get('a'))

testStore('IndexedDB', () => createBrowser().store)

describe('a connection', () => {
  test('is opened when it is needed, and once', async () => {
    const { store, connections } = createBrowser()
    expect(connections).toHaveLength(0)
    await put(store, '1')
    await put(store, '2')
    expect(connections).toHaveLength(1)
  })

  test('that is lost is opened again, and the work is done', async () => {
    const { store, connections } = createBrowser()
    await put(store, '1')
    connections[0]?.close()
    await put(store, '2')
    expect([await get(store), connections.length]).toEqual(['2', 2])
  })

  test('is opened again for all who lost it at once', async () => {
    const { store, connections } = createBrowser()
    await put(store, '0')
    connections[0]?.close()
    await Promise.all(['a', 'b', 'c'].map((key) => store((t) => t.put(key, '1'))))
    expect(await store((t) => t.keys(''))).toEqual(['a', 'b', 'c'])
  })
})

describe('a database that cannot be opened', () => {
  test('is tried once more', async () => {
    const { store, refuse } = createBrowser()
    refuse(1)
    await put(store, '1')
    expect(await get(store)).toBe('1')
  })

  test('is told, and not remembered: the next work may be luckier', async () => {
    const { store, refuse } = createBrowser()
    refuse(2)
    await expect(put(store, '1')).rejects.toThrow('insecure')
    await put(store, '2')
    expect(await get(store)).toBe('2')
  })

  test('is a TypeError where the browser has none', async () => {
    vi.stubGlobal('indexedDB', undefined)
    await expect(put(createIndexedDbStore(), '1')).rejects.toThrow(TypeError)
  })
})
