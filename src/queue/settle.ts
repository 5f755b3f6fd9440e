import type { TrackedEvent } from '../core/event.ts'
import { jsonOf } from '../core/json.ts'
import { isUnanswered, type Outcome } from '../core/outcome.ts'
import { countIn, firstIdIn, newOf, unansweredKeyOf } from '../core/record-key.ts'
import type { Transaction } from '../store/store.ts'
import type { Answer } from './attempt.ts'
import { putEvents } from './cut.ts'
import { count, type SharedState } from './shared-state.ts'

/** An answer of which it is known whether it is the only one. */
export interface JudgedAnswer extends Pick<Answer, 'events' | 'keys' | 'outcomes'> {
  /** There was, or may have been, another attempt: whatever was answered, the vendor may have all events. */
  readonly repeated: boolean
}

/** Of so many records it is remembered how often they were tried; then it is counted anew. */
const MAX_TRIED = 500

/** So many records are settled in one task: a thousand would block the page for longer than a frame. */
const AT_ONCE = 100

/** Whether, by this outcome, the vendor may have the event. */
const isDoubtful = ({ reason }: Outcome): boolean => reason === 'unanswered' || reason === 'alone'

/** Of an event that was not mentioned. */
const UNKNOWN: Outcome = { type: 'retry', reason: 'together' }

/** Whether a record lies there. Its key alone is read: it is the first of those that begin with it. */
const isStored = async (t: Transaction, key: string): Promise<boolean> => (await t.keys(key, 1))[0] === key

/**
 * Removes and counts the events of an attempt that have come to an end, the refused ones into dead letters, and keeps the
 * others for later. Returns whether its records are there.
 */
export const settle = async (
  t: Transaction,
  state: SharedState,
  { events, keys, outcomes, repeated }: JudgedAnswer,
  queue: string,
): Promise<boolean> => {
  const fresh = newOf(queue)
  // Where nothing is answered at all, it is no event's fault.
  const more = outcomes[0]?.reason === 'unanswered' && isUnanswered(outcomes) && !state.silent ? 1 : 0
  let isThere = false
  let end = 0
  if (Object.keys(state.tries).length > MAX_TRIED) state.tries = {}

  const settleRecord = (key: string): void => {
    const tried = unansweredKeyOf(key)
    const start = end
    end += countIn(key)
    const again: TrackedEvent[] = []
    const left: TrackedEvent[] = []
    const its = isThere ? events.slice(start, end) : []
    its.forEach((event, index) => {
      const outcome = outcomes[start + index] ?? UNKNOWN
      if (outcome.type === 'retry')
        (repeated || key === tried || isDoubtful(outcome) ? again : left).push(event)
      else count(state, outcome.reason ?? 'delivered', 1)
      if (outcome.type === 'dropped') t.put(`${queue}/d/${event.id}`, jsonOf({ event, ...outcome }))
    })
    t.remove(key)
    t.remove(tried)
    putEvents(t, unansweredKeyOf(fresh), again)
    putEvents(t, fresh, left)
    const tries = (state.tries[firstIdIn(key)] ?? 0) + more
    delete state.tries[firstIdIn(key)]
    if (again[0] && tries) state.tries[again[0].id] = tries
  }

  // Others may have settled it.
  const isFound = async (key: string): Promise<boolean> =>
    (await isStored(t, key)) || isStored(t, unansweredKeyOf(key))
  for (let from = 0; from < keys.length; from += AT_ONCE) {
    const some = keys.slice(from, from + AT_ONCE)
    const found = await Promise.all(some.map(isFound))
    some.forEach((key, index) => {
      isThere = found[index] as boolean
      settleRecord(key)
    })
  }
  return isThere
}
