import { countAll, countIn, recordsOf } from '../core/record-key.ts'
import type { Transaction } from '../store/store.ts'
import type { OnLoss } from './change.ts'
import type { QueueOptions } from './queue-options.ts'
import { count, type LaneState } from './shared-state.ts'

/**
 * Removes, and counts, the oldest where more than `maxEvents` wait. What is on its way does not wait,
 * and may be delivered.
 */
export const prune = async (
  t: Transaction,
  state: LaneState,
  { queue, maxEvents }: Pick<QueueOptions, 'queue' | 'maxEvents'>,
  onLoss: OnLoss,
): Promise<void> => {
  const keys = await t.keys(recordsOf(queue))
  const most = countAll(keys) - countAll(state.sending) - maxEvents
  let events = 0
  // In this order: a hundred thousand may wait, and a thousand be on their way.
  for (const key of keys)
    if (most > events && !state.sending.includes(key)) {
      t.remove(key)
      events += countIn(key)
      count(state, 'evicted', countIn(key))
    }
  if (events) onLoss('evicted', events)
}
