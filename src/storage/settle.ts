import type { TrackedEvent } from '../core/event.ts'
import { jsonOf } from '../core/json.ts'
import { count, type LaneState } from '../core/state.ts'
import type { Answer } from './attempt.ts'
import { countIn, newOf, putEvents, triedKeyOf } from './chunk.ts'
import type { Transaction } from './store.ts'

/**
 * Removes the events of an attempt that have come to an end, and keeps the others for later. Returns whether its records
 * are there.
 * @param isOvertaken whatever was answered, the vendor may have them: there may have been another attempt.
 */
export const settle = async (
  t: Transaction,
  state: LaneState,
  { events, keys, outcomes }: Answer,
  name: string,
  isOvertaken: boolean,
): Promise<boolean> => {
  const fresh = newOf(name)
  let isThere: string | undefined
  let at = 0
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
        if (type === 'dropped') t.put(`${name}/d/${event.id}`, jsonOf({ event, ...outcome }))
      }
    }
    t.remove(key)
    t.remove(tried)
    putEvents(t, triedKeyOf(fresh), again)
    putEvents(t, fresh, left)
  }
  return !!isThere
}
