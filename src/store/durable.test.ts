import { setImmediate } from 'node:timers/promises'
import { IDBFactory as FakeFactory } from 'fake-indexeddb'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { giveIndexedDb } from '../../test/fake-indexed-db.ts'
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
    /** Lets the timers run that are set, and what waits for them. */
    ring: async () => {
      for (const run of timers.splice(0)) run()
      await setImmediate()
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
    giveIndexedDb()
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
  test('gives way to memory when its time is over, for all who wait', async () => {
    const { durably, losses, ring } = create({ store: () => new Promise<never>(() => undefined) })
    const first = durably((t) => t.put('a', '1'))
    for (let second = 0; second < 5; second++) await ring()
    const later = durably((t) => t.put('b', '1'))
    // One more, in which the later one sees that the first has given up.
    for (let second = 0; second < 6; second++) await ring()
    await Promise.all([first, later])
    expect(await durably((t) => t.keys(''))).toEqual(['a', 'b'])
    expect(losses()).toBe(1)
  })

  test('is told to do nothing when it answers after all', async () => {
    let answer = (): Promise<unknown> => Promise.resolve()
    const { durably, ring } = create({
      store: (work) =>
        new Promise(() => {
          answer = () => createMemoryStore()(work)
        }),
    })
    const keepers: Keeper[] = []
    const kept = durably((_, keeper) => keepers.push(keeper))
    for (let second = 0; second < 10; second++) await ring()
    await kept
    // A database undoes what has thrown, but not what the work has written down of itself in the page.
    await expect(answer()).rejects.toThrow('too late')
    expect(keepers).toEqual(['memory'])
  })

  test('undoes what it has begun when it is given up meanwhile', async () => {
    let isGoing = (): void => undefined
    let written: Promise<unknown> = Promise.resolve()
    const { durably, ring } = create({
      store: (work) => {
        written = createMemoryStore()(work)
        return new Promise(() => undefined)
      },
    })
    const kept = durably(async (t, keeper) => {
      if (keeper !== 'memory')
        await new Promise<void>((resolve) => {
          isGoing = resolve
        })
      t.put('a', keeper)
    })
    const isUndone = expect(written).rejects.toThrow('too late')
    for (let second = 0; second < 10; second++) await ring()
    await kept
    isGoing()
    await isUndone
    expect(await durably((t) => t.get('a'))).toBe('memory')
  })

  test('is waited for once it has answered: it may be busy with other tabs', async () => {
    const { durably, losses, ring } = create()
    await durably((t) => t.put('a', '1'))
    for (let second = 0; second < 10; second++) await ring()
    expect(await durably((t) => t.get('a'))).toBe('1')
    expect(losses()).toBe(0)
  })

  test('is waited for by all, once it has answered one of them', async () => {
    const memory = createMemoryStore()
    const answers: (() => void)[] = []
    const { durably, losses, ring } = create({
      store: async (work) => {
        await new Promise<void>((resolve) => answers.push(resolve))
        return memory(work)
      },
    })
    const kept = ['a', 'b'].map((key) => durably((t) => t.put(key, '1')))
    answers[0]?.()
    await kept[0]
    for (let second = 0; second < 20; second++) await ring()
    answers[1]?.()
    await kept[1]
    expect([losses(), await memory((t) => t.keys(''))]).toEqual([0, ['a', 'b']])
  })

  test('is not blamed for a page that was busy for long, and has not heard its answer', async () => {
    const memory = createMemoryStore()
    let answer = (): void => undefined
    const { durably, losses, ring } = create({
      store: async (work) => {
        await new Promise<void>((resolve) => {
          answer = resolve
        })
        return memory(work)
      },
    })
    const kept = durably((t) => t.put('a', '1'))
    // However long it took: of a page that did nothing else, one timer at most is over.
    await ring()
    answer()
    await kept
    expect([losses(), await memory((t) => t.keys(''))]).toEqual([0, ['a']])
  })
})
