import type { Note } from '../queue/last-moment/note.ts'
import { createNotes } from '../queue/last-moment/notes.ts'
import { createLocalArea } from '../store/local-area.ts'

const NOTE = /^sendoff\/([^/]+)\/.+$/

/** Returns the notes that pages have written in their last moment and no tab has taken in yet, by queue. */
export const lastNotes = (): readonly { readonly queue: string; readonly note: Partial<Note> }[] => {
  const area = createLocalArea(() => localStorage)
  return [...area.keys()].flatMap((place) => {
    const [, queue = ''] = NOTE.exec(place) ?? []
    const note = createNotes(() => area, queue, Date.now).read(place)
    return queue && !note.outcomes ? [{ queue, note }] : []
  })
}
