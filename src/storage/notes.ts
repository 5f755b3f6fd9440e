import { jsonOf, parsed } from '../core/json.ts'
import type { LaneState } from '../core/state.ts'
import { triedKeyOf } from './chunk.ts'
import type { LocalArea } from './local-area.ts'
import type { Transaction } from './store.ts'

/** What a page writes down in the last moment: chunks that are not durable, and which ones it hands off. */
export interface Note {
  readonly chunks: Readonly<Record<string, string>>
  readonly keys: readonly string[]
  /** Until when the answer to the hand-off may come. */
  readonly until: number
}

/** So many notes are remembered as taken in. */
const NOTES_KEPT = 20

/**
 * The last moment's store: synchronous, so that it works while a page is being left. Every transaction over the
 * shared state takes the notes into the database first.
 */
export const createNotes = (area: LocalArea, markPlace: string) => {
  // Where localStorage is refused, this tab at least knows its own.
  let marked = ''
  return {
    list: (): readonly string[] =>
      area
        .keys()
        .filter((place) => place.startsWith(`${markPlace}/`))
        .sort(),

    /** Returns the note's place; '' when it could not be written. */
    write(id: string, note: Note): string {
      const place = `${markPlace}/${id}`
      const json = jsonOf(note)
      area.set(place, json)
      return area.get(place) === json ? place : ''
    },

    read: (place: string): Partial<Note> => parsed(area.get(place)),

    /**
     * The highest record that any tab has ever taken for sending, raised to `key`. What a page hands off when it
     * is left lies above it; so nothing is handed off that another tab is sending.
     */
    mark(key = ''): string {
      for (const known of [area.get(markPlace) ?? '', key]) if (known > marked) marked = known
      if (key) area.set(markPlace, marked)
      return marked
    },
  }
}

export type Notes = ReturnType<typeof createNotes>

/** Puts records, which may not be in the database yet, where the vendor may have them. */
export const doubt = async (
  t: Transaction,
  keys: readonly string[],
  chunks: Note['chunks'] = {},
): Promise<void> => {
  for (const key of keys) {
    const json = (await t.get(key)) ?? chunks[key]
    t.remove(key)
    if (json) t.put(triedKeyOf(key), json)
  }
}

/** Takes a note in, once: what a killed browser forgets to remove from localStorage comes back. */
export const adopt = async (
  t: Transaction,
  state: LaneState,
  place: string,
  { chunks = {}, keys = [], until = 0 }: Partial<Note>,
): Promise<void> => {
  if (state.seen.includes(place)) return
  state.seen = [place, ...state.seen].slice(0, NOTES_KEPT)
  for (const [key, json] of Object.entries(chunks)) if (!keys.includes(key)) t.put(key, json)
  if (keys[0]) state.until = until
  await doubt(t, keys, chunks)
}
