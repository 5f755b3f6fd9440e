import type { TrackedEvent } from '../core/event.ts'
import { jsonOf } from '../core/json.ts'
import { countIn, firstIdIn, newOf, triedKeyOf } from '../core/record-key.ts'
import { count, type LaneState } from '../core/state.ts'
import type { Answer } from './attempt.ts'
import { putEvents } from './chunk.ts'
import { isUnanswered } from './judge.ts'
import type { Transaction } from './store.ts'

/** Of so many records it is remembered how often they were tried; then it is counted anew. */
const MOST_TRIED = 500

/**
 * Removes the events of an attempt that have come to an end, and keeps the others for later. Returns whether its records
 * are there.
 * @param isOvertaken whatever was answered, the vendor may have them: there may have been another attempt.
 */
export const settle = async (
  t: Transaction,
  state: LaneState,
  { events, keys, outcomes }: Answer,
  queue: string,
  isOvertaken: boolean,
): Promise<boolean> => {
  const fresh = newOf(queue)
  // Where nothing is answered at all, it is no event's fault.
  const more = outcomes[0]?.reason === 'unanswered' && isUnanswered(outcomes) && !state.silent ? 1 : 0
  let isThere: string | undefined
  let at = 0
  if (Object.keys(state.tries).length > MOST_TRIED) state.tries = {}
  for (const key of keys) {
    const tried = triedKeyOf(key)
    const again: TrackedEvent[] = []
    const left: TrackedEvent[] = []
    // Others may have settled it.
    isThere = (await t.get(key)) ?? (await t.get(tried))
    for (const event of events.slice(at, at + countIn(key))) {
      const outcome = outcomes[at++]
      const { type, reason = 'delivered' } = outcome ?? { type: 'retry' }
      if (!isThere) continue
      if (type === 'retry')
        (isOvertaken || key === tried || reason === 'unanswered' || reason === 'alone' ? again : left).push(
          event,
        )
      else {
        count(state, reason as 'delivered', 1)
        if (type === 'dropped') t.put(`${queue}/d/${event.id}`, jsonOf({ event, ...outcome }))
      }
    }
    t.remove(key)
    t.remove(tried)
    putEvents(t, triedKeyOf(fresh), again)
    putEvents(t, fresh, left)
    const tries = (state.tries[firstIdIn(key)] ?? 0) + more
    delete state.tries[firstIdIn(key)]
    if (again[0] && tries) state.tries[again[0].id] = tries
  }
  return !!isThere
}
