import { goneKeyOf, isRecordOf } from '../../core/record-key.ts'
import { isEvent } from '../../core/stored-event.ts'
import type { Transaction } from '../../store/store.ts'
import { type Answer, believedUntil } from '../attempt.ts'
import { markUnanswered } from '../mark-unanswered.ts'
import type { SharedState } from '../shared-state.ts'
import type { Note } from './note.ts'

/** So many notes are remembered as taken in. */
const MAX_NOTES = 20

const isAnswer = ({ events, outcomes, lease }: Partial<Answer>): boolean =>
  Array.isArray(events) &&
  events.every(isEvent) &&
  Array.isArray(outcomes) &&
  outcomes.every((its) => its?.type && Object.values(its).every((part) => Object(part) !== part)) &&
  typeof lease === 'number'

/** A note that was found, in a place of localStorage. */
interface FoundNote {
  readonly queue: string
  readonly place: string
  /** Now. */
  readonly time: number
  readonly note: Partial<Note & Answer>
}

/**
 * Takes a note in, once: what a killed browser forgets to remove from localStorage comes back. Anybody may have written
 * it: what is no record of this queue is left out.
 */
export const applyNote = async (
  t: Transaction,
  state: SharedState,
  { queue, place, time, note }: FoundNote,
  applyAnswer: (t: Transaction, state: SharedState, answer: Answer) => Promise<unknown>,
): Promise<unknown> => {
  if (state.seen.includes(place)) return
  state.seen = [place, ...state.seen].slice(0, MAX_NOTES)
  const isOurs = (key: unknown) => isRecordOf(queue, key)
  const keys = Object.values({ ...note.keys }).filter(isOurs)
  if (note.outcomes) return isAnswer(note) && applyAnswer(t, state, { ...note, keys } as Answer)
  for (const [key, json] of Object.entries({ ...note.chunks }))
    if (isOurs(key) && typeof json === 'string' && !(await t.get(goneKeyOf(key)))) t.put(key, json)
  if (keys[0]) state.until = Math.max(believedUntil(state.until, time), believedUntil(note.until, time))
  await markUnanswered(t, keys)
}
