import { jsonOf, parsed } from '../core/json.ts'
import type { Note } from '../queue/last-moment/note.ts'
import type { LocalArea } from '../store/local-area.ts'

/**
 * Keeps the notes that pages have sent, because a worker has no localStorage. Each note keeps the name that it has
 * there, so that it is taken in once.
 * @param wasRemoved tells whether a record has been there.
 * @param onTakenIn is called with each note that is in the database.
 */
export const createNoteInbox = (wasRemoved: (key: string) => boolean, onTakenIn: (place: string) => void) => {
  const notes = new Map<string, string>()
  const area: LocalArea = {
    keys: () => notes.keys(),
    get: (place) => notes.get(place),
    set: (place, text) => notes.set(place, text),
    delete(place) {
      notes.delete(place)
      onTakenIn(place)
    },
  }
  return {
    area,
    receive(place: string, text: string): void {
      const { chunks, ...note } = parsed<Note>(text)
      const missing = Object.entries({ ...chunks }).filter(([key]) => !wasRemoved(key))
      notes.set(place, chunks ? jsonOf({ ...note, chunks: Object.fromEntries(missing) }) : text)
    },
  }
}
