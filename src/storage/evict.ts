import { countDrops, laneState } from '../core/state.ts'
import { sizeOfChunk } from './chunk.ts'
import { type At, END } from './layout.ts'
import type { Transaction } from './store.ts'

/** Removes the oldest records until `most` of the queue's events are left, counts them, and tells how many. */
export const evict = async (
  transaction: Transaction,
  at: At,
  most: (total: number) => number,
): Promise<number> => {
  const keys = await transaction.keys(at('e'), at('e', END))
  const total = keys.reduce((sum, key) => sum + sizeOfChunk(key).events, 0)
  const excess = total - most(total)
  let evicted = 0
  for (const key of keys) {
    if (evicted >= excess) break
    evicted += sizeOfChunk(key).events
    transaction.remove(key, key)
  }
  if (evicted) {
    const state = laneState((await transaction.values(at('s'), at('s')))[0])
    transaction.write(at('s'), countDrops(state, 'evicted', evicted))
  }
  return evicted
}
