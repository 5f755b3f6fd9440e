import { describe, expect, test } from 'vitest'
import type { Store, Transaction } from '../../src/store/store.ts'

/** What the queue counts on in a database, where others read what a failed transaction left. */
export const testRollback = (name: string, create: () => Store): void => {
  describe(`${name}, when the work throws`, () => {
    const refuse = (): never => {
      throw new Error('on purpose')
    }
    const ways: Readonly<Record<string, (t: Transaction) => unknown>> = {
      'at once': refuse,
      'after it has read': async (t) => {
        await t.get('a')
        refuse()
      },
    }
    for (const [when, fail] of Object.entries(ways)) {
      test(`keeps nothing of what was written before: ${when}`, async () => {
        const store = create()
        await store((t) => t.put('a', '1'))
        const spoiled = store((t) => {
          t.remove('a')
          t.put('b', '2')
          return fail(t)
        })
        await expect(spoiled).rejects.toThrow('on purpose')
        expect(await store(async (t) => [await t.keys(''), await t.get('a')])).toEqual([['a'], '1'])
      })
    }
  })
}
