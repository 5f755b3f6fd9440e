import type { TrackedEvent } from '../core/event.ts'
import type { Outcome } from '../core/outcome.ts'
import { isAttempt, type LaneState, laneState } from '../core/state.ts'
import { chunkKey, eventsInChunk, placeOfChunk, sizeOfChunk } from './chunk.ts'
import { type At, END } from './layout.ts'
import type { Transaction } from './store.ts'
import type { Span } from './take.ts'

/** An event that the vendor has refused for good. */
export interface DeadLetter {
  readonly event: TrackedEvent
  /** The vendor's own words. */
  readonly detail: string
  /** When it was refused, in milliseconds since 1970. */
  readonly time: number
}

export interface Settlement {
  readonly outcomes: ReadonlyMap<string, Outcome>
  readonly deadLetters: readonly DeadLetter[]
  readonly advance: (state: LaneState) => LaneState
}

/** Removes what is delivered or dropped, keeps the rest, and moves the shared state on. */
export const settle = async (
  transaction: Transaction,
  at: At,
  { from, to }: Span,
  { outcomes, deadLetters, advance }: Settlement,
): Promise<void> => {
  const [stored] = await transaction.values(at('s'), at('s'))
  if (to) await removeFinal(transaction, from, to + END, outcomes)
  await removeAnswered(transaction, at, outcomes)
  for (const letter of deadLetters) transaction.write(at('d', letter.event.id), letter)
  transaction.write(at('s'), advance(laneState(stored)))
}

const removeFinal = async (
  transaction: Transaction,
  from: string,
  to: string,
  outcomes: Settlement['outcomes'],
): Promise<void> => {
  const keys = await transaction.keys(from, to)
  const kept = (await transaction.values(from, to)).map((value) =>
    // A record that is not a chunk is not this function's to judge.
    eventsInChunk(value)?.filter(({ id }) => isOpen(outcomes.get(id))),
  )
  // A chunk that was written in the meantime is among them, so nothing unread is removed.
  if (kept.every((events) => events?.length === 0)) return transaction.remove(from, to)
  kept.forEach((events, index) => {
    const key = keys[index] ?? ''
    if (!events || events.length === sizeOfChunk(key).events) return
    const json = JSON.stringify(events)
    transaction.remove(key, key)
    if (events.length) transaction.write(chunkKey(placeOfChunk(key), events.length, json.length), json)
  })
}

const isOpen = (outcome?: Outcome): boolean => !outcome || outcome.type === 'retry'

/** What was answered is no attempt any more, also where the answer was "later". */
const removeAnswered = async (transaction: Transaction, at: At, outcomes: Settlement['outcomes']): Promise<void> => {
  const [from, to] = [at('a'), at('a', END)]
  const keys = await transaction.keys(from, to)
  const attempts = await transaction.values(from, to)
  attempts.forEach((attempt, index) => {
    const key = keys[index] ?? ''
    const ids = isAttempt(attempt) ? attempt.ids.filter((id) => isUnanswered(outcomes.get(id))) : []
    if (!isAttempt(attempt) || !ids.length) transaction.remove(key, key)
    else if (ids.length < attempt.ids.length) transaction.write(key, { ...attempt, ids })
  })
}

const isUnanswered = (outcome?: Outcome): boolean =>
  !outcome || (outcome.type === 'retry' && (outcome.reason === 'network' || outcome.reason === 'unanswered'))
