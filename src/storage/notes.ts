import type { LocalArea } from './local-area.ts'

/** A record of the database that could not wait for it, under the same key. */
export interface Note {
  readonly place: string
  /** Who wrote it: a tab; `z` and a tab for its hand-offs. */
  readonly by: string
  readonly key: string
  readonly json: string
}

/**
 * The last moment's store: synchronous, so that it works while a page is being left. Whoever sends next takes
 * the notes into the database.
 */
export const createNotes = (area: LocalArea, prefix: string) => {
  // Where localStorage is refused, this tab at least knows its own.
  let marked = ''
  const markPlace = `sendoff/${prefix}`
  const placeOf = (by: string, key: string) => `sendoff|${by}|${key}`
  return {
    remove: (by: string, key: string): void => area.remove(placeOf(by, key)),

    /** Tells whether it could be written. */
    write(by: string, key: string, json: string): boolean {
      const place = placeOf(by, key)
      area.set(place, json)
      return area.get(place) === json
    },

    /** Hand-offs last: they take the place of chunks. */
    read: (): Note[] =>
      area
        .keys()
        .sort()
        .flatMap((place) => {
          const [head, by = '', key = ''] = place.split('|')
          return head === 'sendoff' && key.startsWith(prefix)
            ? [{ place, by, key, json: area.get(place) ?? '' }]
            : []
        }),

    /**
     * The highest chunk that any tab has ever taken for sending, raised to `key`. What a page hands off when it
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
