import { countAll, countIn, recordsOf } from '../core/record-key.ts'
import { pagesOf } from '../store/pages.ts'
import type { Transaction } from '../store/store.ts'
import type { OnLoss } from './change.ts'
import type { QueueOptions } from './queue-options.ts'
import { count, type SharedState } from './shared-state.ts'
import { tally } from './tally.ts'

/**
 * Removes, and counts, the oldest where more than `maxEvents` wait. What is on its way does not wait,
 * and may be delivered.
 */
export const prune = async (
  t: Transaction,
  state: SharedState,
  { queue, maxEvents }: Pick<QueueOptions, 'queue' | 'maxEvents'>,
  onLoss: OnLoss,
): Promise<void> => {
  const prefix = recordsOf(queue)
  const most = (await tally(t, prefix)).events - countAll(state.sending) - maxEvents
  let events = 0
  for await (const keys of pagesOf(t, prefix)) {
    // In this order: a hundred thousand may wait, and a thousand be on their way.
    for (const key of keys)
      if (most > events && !state.sending.includes(key)) {
        t.remove(key)
        events += countIn(key)
        count(state, 'evicted', countIn(key))
      }
    if (most <= events) break
  }
  if (events) onLoss('evicted', events)
}
