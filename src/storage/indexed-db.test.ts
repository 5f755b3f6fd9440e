import 'fake-indexeddb/auto'
import { IDBFactory as FakeFactory } from 'fake-indexeddb'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { testStore } from '../../test/contract/store.ts'
import { createIndexedDbStore } from './indexed-db.ts'
import type { Store } from './store.ts'

afterEach(() => {
  vi.useRealTimers()
})

interface Browser {
  readonly store: Store
  /** Every connection that was opened, also by the rescue. */
  readonly connections: IDBDatabase[]
  readonly factory: IDBFactory
  readonly told: () => number
  /** How many times the rescue was asked for. */
  readonly rescues: () => number
}

/** A store in a browser whose factory opens as `open` does. */
const createBrowser = (
  open: (factory: IDBFactory) => IDBOpenDBRequest = (factory) => factory.open('sendoff'),
): Browser => {
  const factory = new FakeFactory()
  const connections: IDBDatabase[] = []
  let told = 0
  let rescues = 0
  const opening = (request: IDBOpenDBRequest) => {
    request.addEventListener?.('success', () => connections.push(request.result))
    return request
  }
  const own = { open: () => opening(open(factory)) } as unknown as IDBFactory
  const rescue = { open: (name: string) => opening(factory.open(name)) } as unknown as IDBFactory
  const store = createIndexedDbStore(
    () => own,
    () => {
      rescues++
      return rescue
    },
    () => told++,
  )
  return { store, connections, factory, told: () => told, rescues: () => rescues }
}

const put = (store: Store, value: string) => store((t) => t.put('a', value))
const get = (store: Store) => store((t) => t.get('a'))

testStore('IndexedDB', () => createBrowser().store)

describe('a connection that is lost', () => {
  test('is opened again, and the work is done', async () => {
    const { store, connections, told } = createBrowser()
    await put(store, '1')
    connections[0]?.close()
    await put(store, '2')
    expect([await get(store), connections.length, told()]).toEqual(['2', 2, 0])
  })

  test('is opened again for all who lost it at once', async () => {
    const { store, connections, told } = createBrowser()
    await put(store, '0')
    connections[0]?.close()
    await Promise.all(['1', '2', '3'].map((value) => put(store, value)))
    expect([await get(store), told()]).toEqual(['3', 0])
  })

  test('makes way for whoever deletes the database', async () => {
    const { store, factory } = createBrowser()
    await put(store, '1')
    await new Promise((resolve, reject) => {
      const request = factory.deleteDatabase('sendoff')
      request.onsuccess = resolve
      request.onerror = reject
    })
    await put(store, '2')
    expect(await get(store)).toBe('2')
  })

  test('is opened with another factory when the own one is dead', async () => {
    let alive = true
    const { store, connections, told, rescues } = createBrowser((factory) => {
      if (!alive) throw new DOMException('Connection to Indexed Database server lost', 'UnknownError')
      return factory.open('sendoff')
    })
    await put(store, '1')
    alive = false
    connections[0]?.close()
    expect([await get(store), told(), rescues() > 0]).toEqual(['1', 0, true])
  })
})

describe('a database that cannot be opened', () => {
  const refusing = () => {
    throw new DOMException('The operation is insecure', 'SecurityError')
  }

  test('is replaced by the memory, which is told once', async () => {
    const { store, told } = createBrowser(refusing)
    await put(store, '1')
    await put(store, '2')
    expect([await get(store), told()]).toEqual(['2', 1])
  })

  test('is replaced once, for however many wait for it', async () => {
    const { store, told } = createBrowser(refusing)
    await Promise.all(['1', '2', '3'].map((value) => put(store, value)))
    expect([await get(store), told()]).toEqual(['3', 1])
  })

  test('is replaced also where there is no factory at all', async () => {
    const missing = () => undefined as unknown as IDBFactory
    let told = 0
    const store = createIndexedDbStore(missing, missing, () => told++)
    await put(store, '1')
    expect([await get(store), told]).toEqual(['1', 1])
  })

  test('is not waited for without end when it hangs', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    const { store, told } = createBrowser(() => ({}) as IDBOpenDBRequest)
    const done = put(store, '1')
    await vi.advanceTimersByTimeAsync(10_000)
    await done
    expect([await get(store), told()]).toEqual(['1', 1])
  })
})

test('work that fails by itself is not taken for a broken database, and costs the page no other factory', async () => {
  const { store, told, rescues } = createBrowser()
  await put(store, '1')
  const failing = store(() => {
    throw new Error('on purpose')
  })
  await expect(failing).rejects.toThrow('on purpose')
  expect([await get(store), told(), rescues()]).toEqual(['1', 0, 0])
})
