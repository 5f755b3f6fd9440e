import { createLocalArea } from '../storage/local-area.ts'
import { createNotes, type Note } from '../storage/notes.ts'

const NOTE = /^sendoff\/([^/]+)\/.+$/

/** What pages have written down in their last moment and no tab has taken in yet, by queue. */
export const lastNotes = (): readonly { readonly queue: string; readonly note: Partial<Note> }[] => {
  const area = createLocalArea(() => localStorage)
  return [...area.keys()].flatMap((place) => {
    const [, queue = ''] = NOTE.exec(place) ?? []
    const note = createNotes(() => area, queue, Date.now).read(place)
    return queue && !note.outcomes ? [{ queue, note }] : []
  })
}
