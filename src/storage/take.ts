import type { TrackedEvent } from '../core/event.ts'
import type { View } from '../core/plan.ts'
import { countDrops, isAttempt, laneState } from '../core/state.ts'
import { eventsInChunk, placeOfChunk, sizeOfChunk } from './chunk.ts'
import { type At, END } from './layout.ts'
import type { Transaction } from './store.ts'

export interface TakeLimits {
  readonly events: number
  readonly chars: number
}

/** Which records a batch was read from: the places of the first and the last chunk. */
export interface Span {
  readonly from: string
  readonly to: string
}

/** Reads the oldest events, as many as one request may carry, and all that decides what happens to them. */
export const take = async (transaction: Transaction, at: At, limits: TakeLimits): Promise<View & { span: Span }> => {
  const [stored] = await transaction.values(at('s'), at('s'))
  const attempts = await transaction.values(at('a'), at('a', END))
  const keys = batchOf(await transaction.keys(at('e'), at('e', END), limits.events), limits)
  const [first = '', last = first] = [keys[0], keys.at(-1)]
  const values = first ? await transaction.values(first, last) : []
  const events = new Map<string, TrackedEvent>()
  let unreadable = 0
  values.forEach((value, index) => {
    const found = eventsInChunk(value)
    for (const event of found ?? []) events.set(event.id, event)
    if (found) return
    const key = keys[index] ?? ''
    transaction.remove(key, key)
    unreadable++
  })
  let state = laneState(stored)
  if (unreadable) {
    state = countDrops(state, 'unreadable', unreadable)
    transaction.write(at('s'), state)
  }
  return { state, attempts: attempts.filter(isAttempt), events: [...events.values()].slice(0, limits.events), span: { from: placeOfChunk(first), to: placeOfChunk(last) } }
}

const batchOf = (keys: readonly string[], limits: TakeLimits): readonly string[] => {
  let events = 0
  let chars = 0
  const end = keys.findIndex((key, index) => {
    const full = events >= limits.events || (index > 0 && chars + sizeOfChunk(key).chars > limits.chars)
    events += sizeOfChunk(key).events
    chars += sizeOfChunk(key).chars
    return full
  })
  return end < 0 ? keys : keys.slice(0, end)
}
