import type { LocalArea } from './local-area.ts'

/** A record that belongs into the database and could not wait for it. */
export interface Note {
  /** The key that the record has in the database. */
  readonly key: string
  /** The tab that wrote it. */
  readonly tab: string
  readonly json: string
}

const PREFIX = 'sendoff|'

/**
 * The last moment's store: synchronous, so that it works while a page is being left. Whoever sends next takes
 * the notes into the database.
 */
export const createNotes = (area: LocalArea, name: string) => {
  const mark = `sendoff/${name}`
  const place = (key: string, tab: string) => `${PREFIX}${tab}|${key}`
  // Where localStorage is refused, this tab at least knows its own.
  let own = ''
  const marked = () => {
    const shared = area.get(mark) ?? ''
    return shared > own ? shared : own
  }
  return {
    write: (key: string, json: string, tab: string): void => area.set(place(key, tab), json),
    remove: (key: string, tab: string): void => area.remove(place(key, tab)),
    read: (): Note[] =>
      area
        .keys()
        .filter((found) => found.startsWith(PREFIX))
        .flatMap((found) => {
          const [, tab = '', key = ''] = found.split('|')
          return key.startsWith(`${name}/`) ? [{ key, tab, json: area.get(found) ?? '' }] : []
        }),
    /**
     * The highest id that any tab has ever put into a request. What a page hands off when it is left lies above
     * it; so no event is handed off that another tab is sending.
     */
    marked,
    mark(id: string): void {
      if (id <= marked()) return
      own = id
      area.set(mark, id)
    },
  }
}

export type Notes = ReturnType<typeof createNotes>
