import { count, type LaneState } from '../core/state.ts'
import { countAll, countIn } from './chunk.ts'
import type { Transaction } from './store.ts'

/**
 * Removes, and counts, the oldest where more than `maxEvents` wait; returns how many. What is on its way does not wait,
 * and may be delivered.
 * @param prefix where the events' records are.
 */
export const prune = async (
  t: Transaction,
  state: LaneState,
  prefix: string,
  maxEvents: number,
): Promise<number> => {
  const keys = (await t.keys(prefix)).filter((key) => !state.sending.includes(key))
  const most = countAll(keys) - maxEvents
  let events = 0
  for (const key of keys)
    if (most > events) {
      t.remove(key)
      events += countIn(key)
      count(state, 'evicted', countIn(key))
    }
  return events
}
