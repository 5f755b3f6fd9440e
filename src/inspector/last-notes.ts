import { createLocalArea } from '../storage/local-area.ts'
import { createNotes, type Note } from '../storage/notes.ts'

const MARK = /^(sendoff\/[^/]+)\/.+$/

/** What pages have written down in their last moment and no tab has taken in yet, by queue. */
export const lastNotes = (): readonly { readonly queue: string; readonly note: Partial<Note> }[] => {
  const area = createLocalArea(() => localStorage)
  return [...area.keys()].flatMap((place) => {
    const [, mark = ''] = MARK.exec(place) ?? []
    const note = createNotes(() => area, mark).read(place)
    return mark && !note.outcomes ? [{ queue: mark.split('/')[1] ?? '', note }] : []
  })
}
