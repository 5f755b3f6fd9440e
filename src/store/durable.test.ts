import 'fake-indexeddb/auto'
import { IDBFactory as FakeFactory } from 'fake-indexeddb'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createDurable } from './durable.ts'
import { openIndexedDb } from './indexed-db.ts'
import { createMemoryStore, type Keeper, type Store } from './store.ts'

const lost = () => new DOMException('The database connection is closing', 'InvalidStateError')

afterEach(() => {
  vi.unstubAllGlobals()
})

/** A durable store over one that refuses as many transactions as it is told to. */
const create = ({ store = createMemoryStore() } = {}) => {
  let losses = 0
  let opened = 0
  let refusals = 0
  const openStore = (): Store => {
    opened++
    return (work) => (refusals-- > 0 ? Promise.reject(lost()) : store(work))
  }
  const timers: (() => void)[] = []
  const durably = createDurable(
    openStore,
    () => losses++,
    (run) => timers.push(run),
  )
  return {
    durably,
    /** Returns how often the store has said that nothing survives the page. */
    losses: () => losses,
    /** Lets time pass. */
    ring: () => {
      for (const run of timers.splice(0)) run()
    },
    opened: () => opened,
    refuse(times: number): void {
      refusals = times
    },
  }
}

describe('a store that failed', () => {
  test('is opened anew, and the work is done and told that it was refused before', async () => {
    const { durably, refuse, opened, losses } = create()
    refuse(1)
    const keepers: Keeper[] = []
    expect(await durably((_, keeper) => keepers.push(keeper))).toBe(1)
    expect([keepers, opened(), losses()]).toEqual([['retry'], 2, 0])
  })

  test('gives way to memory when nothing helps, for all who wait, and says so once', async () => {
    const { durably, refuse, losses } = create()
    refuse(Infinity)
    const work = (key: string) => durably((t) => t.put(key, key))
    await Promise.all(['a', 'b', 'c'].map(work))
    expect(losses()).toBe(1)
    expect(await durably((t) => t.keys(''))).toEqual(['a', 'b', 'c'])
  })

  test('is not to blame for work that always throws: that is told to who asked for it', async () => {
    const { durably } = create()
    const thrown = new Error('on purpose')
    await expect(
      durably(() => {
        throw thrown
      }),
    ).rejects.toBe(thrown)
  })
})

describe('a connection to the database that is lost', () => {
  test('is opened again for all who lost it at once, and nothing is evicted', async () => {
    const factory = new FakeFactory()
    const connections: IDBDatabase[] = []
    vi.stubGlobal('indexedDB', {
      open(name: string) {
        const request = factory.open(name)
        request.addEventListener('success', () => connections.push(request.result))
        return request
      },
    })
    let losses = 0
    const durably = createDurable(
      openIndexedDb,
      () => losses++,
      () => undefined,
    )
    await durably((t) => t.put('d', ''))
    connections[0]?.close()
    await Promise.all(['a', 'b', 'c'].map((key) => durably((t) => t.put(key, '1'))))
    expect(await durably((t) => t.keys(''))).toEqual(['a', 'b', 'c', 'd'])
    expect(losses).toBe(0)
  })
})

describe('a database that never answers', () => {
  test('gives way to memory when its time is over', async () => {
    const { durably, losses, ring } = create({ store: () => new Promise<never>(() => undefined) })
    const kept = durably((t) => t.put('a', '1'))
    ring()
    await kept
    expect(await durably((t) => t.get('a'))).toBe('1')
    expect(losses()).toBe(1)
  })

  test('is waited for once it has answered: it may be busy with other tabs', async () => {
    const { durably, losses, ring } = create()
    await durably((t) => t.put('a', '1'))
    ring()
    expect(await durably((t) => t.get('a'))).toBe('1')
    expect(losses()).toBe(0)
  })
})
