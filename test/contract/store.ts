import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Store } from '../../src/store/store.ts'
import { runsOf } from '../runs.ts'

const anyKey = fc.string({ unit: fc.constantFrom(...'ab09/-'), minLength: 1, maxLength: 3 })
const anyTransaction = fc.array(
  fc.record({ type: fc.constantFrom('put' as const, 'remove' as const), key: anyKey }),
  { maxLength: 5 },
)

/** All that lies in the store. */
const contentOf = (store: Store): Promise<[string, string | undefined][]> =>
  store(async (t) => {
    const content: [string, string | undefined][] = []
    for (const key of await t.keys('')) content.push([key, await t.get(key)])
    return content
  })

/** What the queue counts on, in the database and without one. */
export const testStore = (name: string, create: () => Store): void => {
  describe(`${name} as a store`, () => {
    test('resolves with what the work returns', async () => {
      expect(await create()(() => 7)).toBe(7)
    })

    test('keeps what was put, and knows nothing of what was not', async () => {
      const store = create()
      await store((t) => t.put('a', '1'))
      expect(await store(async (t) => [await t.get('a'), await t.get('b')])).toEqual(['1', undefined])
    })

    test('shows a transaction its own writes', async () => {
      const seen = await create()(async (t) => {
        t.put('a', '1')
        t.put('b', '2')
        t.remove('a')
        return [await t.get('b'), await t.keys('')]
      })
      expect(seen).toEqual(['2', ['b']])
    })

    test('lists the keys that begin with a prefix, ascending, as many as are asked for', async () => {
      const store = create()
      await store((t) => {
        for (const key of ['q/e/2', 'q/e/10', 'q/f', 'q/d/9', 'q/e', 'r/e/1', 'q/e/~']) t.put(key, '')
      })
      expect(await store((t) => t.keys('q/e/'))).toEqual(['q/e/10', 'q/e/2', 'q/e/~'])
      expect(await store((t) => t.keys('q/e/', 2))).toEqual(['q/e/10', 'q/e/2'])
      expect(await store((t) => t.keys('none'))).toEqual([])
      expect(await store((t) => t.keys('q/e/', 1, 'q/e/10'))).toEqual(['q/e/2'])
      expect(await store((t) => t.keys('q/e/', 5, 'q/e/10'))).toEqual(['q/e/2', 'q/e/~'])
    })

    test('rejects with what the work throws, at once or later', async () => {
      const store = create()
      const thrown = new Error('on purpose')
      const reject = (): Promise<never> => Promise.reject(thrown)
      await expect(
        store(() => {
          throw thrown
        }),
      ).rejects.toBe(thrown)
      await expect(store(reject)).rejects.toBe(thrown)
    })

    // In memory what was written before the throw stays: there, nothing that is written can fail.
    test('goes on after work that throws', async () => {
      const store = create()
      await store((t) => t.put('a', '1'))
      const failing = store(async (t) => {
        await t.get('a')
        throw new Error('on purpose')
      })
      await expect(failing).rejects.toThrow('on purpose')
      await store((t) => t.put('b', '2'))
      expect(await contentOf(store)).toEqual([
        ['a', '1'],
        ['b', '2'],
      ])
    })

    test('lets no transaction see half of another', async () => {
      const store = create()
      const increment = () =>
        store(async (t) => {
          const [left, right] = [Number((await t.get('left')) ?? 0), Number((await t.get('right')) ?? 0)]
          t.put('left', `${left + 1}`)
          await t.keys('')
          t.put('right', `${right + 1}`)
          return left === right
        })
      const whole = await Promise.all(Array.from({ length: 50 }, increment))
      expect(whole).not.toContain(false)
      expect(await contentOf(store)).toEqual([
        ['left', '50'],
        ['right', '50'],
      ])
    })

    test('holds what a sorted map holds after the same transactions', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyTransaction, { maxLength: 8 }), async (transactions) => {
          const store = create()
          const model = new Map<string, string>()
          await store(async (t) => {
            for (const key of await t.keys('')) t.remove(key)
          })
          for (const [index, steps] of transactions.entries()) {
            for (const { type, key } of steps) type === 'put' ? model.set(key, `${index}`) : model.delete(key)
            await store((t) => {
              for (const { type, key } of steps) type === 'put' ? t.put(key, `${index}`) : t.remove(key)
            })
          }
          expect(await contentOf(store)).toEqual([...model].sort(([a], [b]) => (a < b ? -1 : 1)))
        }),
        { numRuns: runsOf(60) },
      )
    })
  })
}
