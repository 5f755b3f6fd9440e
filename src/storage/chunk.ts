import type { FrozenEvent, TrackedEvent } from '../core/event.ts'
import { jsonOf } from '../core/json.ts'
import type { Transaction } from './store.ts'

/**
 * Events of one task and one group as one record: the number of records is what storage costs. Several chunks
 * fit into what may leave with a page.
 */
export interface Chunk {
  readonly key: string
  /** The events, as JSON. */
  readonly json: string
  /** Where it lies instead of at `key`, until the vendor can know whose it is. It is never handed off. */
  held?: string | undefined
  /** It is in the database. */
  durable?: boolean
  /** How often the database may still refuse it, `TRIES` at first; -1 in memory. */
  tries?: number
  /** It is in a note; done when that is taken in. */
  note?: Promise<void>
}

const MAX_EVENTS = 20

/** Of the records of a destination, all of them; of those that were never attempted. */
export const recordsOf = (name: string): string => `${name}/e/`
export const newOf = (name: string): string => `${name}/e/new/`

/** The journal: what the vendor may have lies apart, and sorts first. */
export const triedKeyOf = (key: string): string => key.replace('/new/', '/again/')

/** Keys sort by the first id and tell the number of events: a queue is counted by its keys. */
export const keyOf = (prefix: string, events: readonly { readonly id: string }[]): string =>
  `${prefix + events[0]?.id}/${events.length}`

/** Writes a record of these events, if there are any. */
export const putEvents = (t: Transaction, prefix: string, events: readonly TrackedEvent[]): void => {
  if (events[0]) t.put(keyOf(prefix, events), jsonOf(events))
}

export const countIn = (key: string): number => Number(key.split('/')[4]) || 0

export const countAll = (keys: readonly string[]): number => keys.reduce((sum, key) => sum + countIn(key), 0)

/**
 * The keys of the records that hold just the first `length` of these events, which lie in the records `keys`: the last
 * of them may have to be cut in two.
 */
export const cutAfter = (
  t: Transaction,
  prefix: string,
  keys: readonly string[],
  events: readonly TrackedEvent[],
  length: number,
): string[] => {
  let end = 0
  return keys.flatMap((key) => {
    const start = end
    end += countIn(key)
    if (end <= length) return key
    const mine = events.slice(start, length)
    if (!mine[0]) return []
    t.remove(key)
    putEvents(t, prefix, mine)
    putEvents(t, prefix, events.slice(length, end))
    return keyOf(prefix, mine)
  })
}

export const cutIntoChunks = (prefix: string, events: readonly FrozenEvent[]): Chunk[] => {
  const chunks: FrozenEvent[][] = []
  let open: FrozenEvent[] = []
  for (const event of events) {
    if (open[0]?.group !== event.group || open.length === MAX_EVENTS) {
      open = []
      chunks.push(open)
    }
    open.push(event)
  }
  return chunks.map((chunk) => ({
    key: keyOf(prefix, chunk),
    json: `[${chunk.map(({ json }) => json)}]`,
  }))
}
