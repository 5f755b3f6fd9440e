import 'fake-indexeddb/auto'
import { IDBFactory as FakeFactory } from 'fake-indexeddb'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createDurable } from './durable.ts'
import { openIndexedDb } from './indexed-db.ts'
import { createMemoryStore, type Store, type Transaction } from './store.ts'

const RECORDS = 'fake/e/'
const lost = () => new DOMException('The database connection is closing', 'InvalidStateError')

afterEach(() => {
  vi.unstubAllGlobals()
})

/** Over a store that refuses as many transactions as it is told to. */
const create = ({ store = createMemoryStore(), maxEvents = 100 } = {}) => {
  const losses: [reason: string, events: number][] = []
  let opened = 0
  let refusals = 0
  const openStore = (): Store => {
    opened++
    return (work) => (refusals-- > 0 ? Promise.reject(lost()) : store(work))
  }
  const timers: (() => void)[] = []
  const durable = createDurable(
    RECORDS,
    openStore,
    maxEvents,
    (reason, events) => losses.push([reason, events]),
    (run) => timers.push(run),
  )
  return {
    ...durable,
    losses,
    /** Time passes. */
    ring: () => {
      for (const run of timers.splice(0)) run()
    },
    opened: () => opened,
    refuse(times: number): void {
      refusals = times
    },
    records: () => store((t) => t.keys('')),
  }
}

const putRecords = (t: Transaction) => {
  for (const key of [`${RECORDS}again/1/2`, `${RECORDS}new/2/3`, `${RECORDS}new/3/4`, 'other/e/new/1/9'])
    t.put(key, '')
}

describe('a store that failed', () => {
  test('is opened anew, and the work is done and told that it was refused before', async () => {
    const { durably, refuse, opened, losses } = create()
    refuse(1)
    const tries: boolean[] = []
    expect(await durably((_, isRetry) => tries.push(isRetry))).toBe(1)
    expect([tries, opened(), losses]).toEqual([[true], 2, []])
  })

  test('makes room from the second failure on: one record at a time, what was attempted before the rest', async () => {
    const { durably, refuse, losses, records } = create()
    await durably(putRecords)
    refuse(1)
    await durably(() => undefined)
    expect(losses).toEqual([])
    const failing = async (times: number) => {
      let left = times
      await durably(() => {
        if (left-- > 0) throw lost()
      })
    }
    await failing(2)
    expect(losses).toEqual([['evicted', 2]])
    expect(await records()).toEqual([`${RECORDS}new/2/3`, `${RECORDS}new/3/4`, 'other/e/new/1/9'])
  })

  test('gives way to memory when nothing helps, for all who wait, and says so once', async () => {
    const { durably, refuse, losses, isMemory } = create()
    refuse(Infinity)
    const work = (key: string) => durably((t) => t.put(key, key))
    await Promise.all(['a', 'b', 'c'].map(work))
    expect([losses, isMemory()]).toEqual([[['memory', 0]], true])
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
    const losses: string[] = []
    const { durably } = createDurable(
      RECORDS,
      openIndexedDb,
      100,
      (reason) => losses.push(reason),
      () => undefined,
    )
    await durably((t) => t.put(`${RECORDS}new/1/1`, ''))
    connections[0]?.close()
    await Promise.all(['a', 'b', 'c'].map((key) => durably((t) => t.put(key, '1'))))
    expect(await durably((t) => t.keys(''))).toEqual(['a', 'b', 'c', `${RECORDS}new/1/1`])
    expect(losses).toEqual([])
  })
})

describe('making room', () => {
  test('removes the oldest records that are too many, counted by their events', async () => {
    const { durably, evict, losses, records } = create({ maxEvents: 6 })
    await durably(putRecords)
    await evict(0)
    expect(losses).toEqual([['evicted', 5]])
    expect(await records()).toEqual([`${RECORDS}new/3/4`, 'other/e/new/1/9'])
    await evict(0)
    expect(losses).toHaveLength(1)
  })
})

describe('a database that never answers', () => {
  test('gives way to memory when its time is over', async () => {
    const { durably, losses, ring, isMemory } = create({ store: () => new Promise<never>(() => undefined) })
    const kept = durably((t) => t.put('a', '1'))
    ring()
    await kept
    expect(await durably((t) => t.get('a'))).toBe('1')
    expect([losses, isMemory()]).toEqual([[['memory', 0]], true])
  })

  test('is waited for once it has answered: it may be busy with other tabs', async () => {
    const { durably, losses, ring } = create()
    await durably((t) => t.put('a', '1'))
    ring()
    expect(await durably((t) => t.get('a'))).toBe('1')
    expect(losses).toEqual([])
  })
})
