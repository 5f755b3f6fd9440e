import { jsonOf, parsed } from '../core/json.ts'
import { type QueueOwner, unansweredKeyOf } from '../core/record-key.ts'
import type { LocalArea } from '../store/local-area.ts'
import type { Transaction } from '../store/store.ts'
import type { Note } from './last-moment/note.ts'

/*
 * Version 0.1 kept everything under the destination's name alone. What it has left belongs to the account that starts
 * first.
 */

/** Its records. What was on its way when it ended may have been delivered. */
export const takeOverRecords = async (t: Transaction, { name }: QueueOwner, queue: string): Promise<void> => {
  const { sending } = parsed<{ sending: unknown }>(await t.get(`${name}/s`))
  for (const key of await t.keys(`${name}/`)) {
    const json = await t.get(key)
    const isSent = Array.isArray(sending) && sending.includes(key)
    t.remove(key)
    if (json && key !== `${name}/s`)
      t.put(queue + (isSent ? unansweredKeyOf(key) : key).slice(name.length), json)
  }
}

/** The notes of its pages. */
export const takeOverNotes = (area: LocalArea, { name }: QueueOwner, queue: string): void => {
  const moved = (key: unknown) => (typeof key === 'string' ? queue + key.slice(name.length) : '')
  for (const place of area.keys()) {
    const id = place.slice(`sendoff/${name}/`.length)
    if (place !== `sendoff/${name}/${id}`) continue
    const { chunks, keys, ...note } = parsed<Note>(area.get(place))
    const entries = Object.entries({ ...chunks }).map(([key, json]) => [moved(key), json])
    const its = {
      ...note,
      chunks: Object.fromEntries(entries),
      keys: Array.isArray(keys) ? keys.map(moved) : [],
    }
    area.set(`sendoff/${queue}/${id}`, jsonOf(its))
    area.delete(place)
  }
}
