import { describe, expect, test } from 'vitest'
import type { DeliveredIds } from '../../src/relay/ids/delivered-ids.ts'

/** What every store of delivered ids promises; `create` makes one that shares its memory with the last. */
export const testDeliveredIds = (name: string, create: () => DeliveredIds): void => {
  let next = 0
  const idsOf = (count: number) => Array.from({ length: count }, () => `${name}-${next++}`)

  describe(`delivered ids ${name}`, () => {
    test('gives an id to one of those who claim it', async () => {
      const [a, b, ids] = [create(), create(), idsOf(200)]
      const claims = await Promise.all([
        a.claim('vendor', ids),
        b.claim('vendor', ids),
        a.claim('vendor', ids),
      ])
      for (const index of ids.keys()) {
        const mine = claims.filter((claim) => claim[index] === 'mine')
        expect(mine).toHaveLength(1)
        expect(claims.filter((claim) => claim[index] === 'taken')).toHaveLength(2)
      }
    })

    test('remembers what is settled, for everybody', async () => {
      const [a, b, ids] = [create(), create(), idsOf(3)]
      await a.claim('vendor', ids)
      for (const id of ids.slice(0, 2)) await a.settle('vendor', id)
      expect(await b.claim('vendor', ids)).toEqual(['delivered', 'delivered', 'taken'])
    })

    test('gives an id that was released to the next', async () => {
      const [a, b, ids] = [create(), create(), idsOf(2)]
      await a.claim('vendor', ids)
      await a.release('vendor', ids.slice(0, 1))
      expect(await b.claim('vendor', ids)).toEqual(['mine', 'taken'])
    })

    test('forgets nothing that is delivered when it is released', async () => {
      const [a, ids] = [create(), idsOf(1)]
      await a.claim('vendor', ids)
      for (const id of ids) await a.settle('vendor', id)
      await a.release('vendor', ids)
      expect(await a.claim('vendor', ids)).toEqual(['delivered'])
    })

    test('keeps the vendors apart', async () => {
      const [a, ids] = [create(), idsOf(1)]
      await a.claim('vendor', ids)
      expect(await a.claim('another', ids)).toEqual(['mine'])
    })

    test('gives an id once when it is twice in a claim', async () => {
      const [id = ''] = idsOf(1)
      expect((await create().claim('vendor', [id, id])).toSorted()).toEqual(['mine', 'taken'])
    })
  })
}
