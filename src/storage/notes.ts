import type { LocalArea } from './local-area.ts'

const PREFIX = 'sendoff|'

/** A record of the database that could not wait for it, under the same key. */
export interface Note {
  readonly place: string
  /** The tab that wrote it. */
  readonly tab: string
  readonly key: string
  readonly json: string
}

/**
 * The last moment's store: synchronous, so that it works while a page is being left. Whoever sends next takes
 * the notes into the database.
 */
export const createNotes = (area: LocalArea, name: string) => {
  const place = `sendoff/${name}`
  // Where localStorage is refused, this tab at least knows its own.
  let own = ''
  const marked = () => {
    const shared = area.get(place) ?? ''
    return shared > own ? shared : own
  }
  return {
    /** Returns the place. */
    write(tab: string, key: string, json: string): string {
      const place = `${PREFIX}${tab}|${key}`
      area.set(place, json)
      return place
    },
    read: (): Note[] =>
      area.keys().flatMap((place) => {
        const [, tab = '', key = ''] = place.split('|')
        return place.startsWith(PREFIX) && key.startsWith(`${name}/`)
          ? [{ place, tab, key, json: area.get(place) ?? '' }]
          : []
      }),
    remove: area.remove,
    /**
     * The highest chunk that any tab has ever taken for sending. What a page hands off when it is left lies
     * above it; so nothing is handed off that another tab is sending.
     */
    marked,
    mark(key: string): void {
      if (key <= marked()) return
      own = key
      area.set(place, key)
    },
  }
}

export type Notes = ReturnType<typeof createNotes>
