import type { NoteText } from './worker-messages.ts'

/** Keeps the answers that came when there was no database any more: a page writes them down, or the worker does later. */
export const createKeptAnswers = () => {
  const all: NoteText[] = []
  /** Those that no page has heard. */
  const untold: NoteText[] = []
  return {
    all: all as readonly NoteText[],
    untold: untold as readonly NoteText[],
    add(answer: NoteText): void {
      all.push(answer)
      untold.push(answer)
    },
    /** Each is told once only: a page that heard it after its events are settled would write it down for nothing. */
    told(): void {
      untold.splice(0)
    },
    /** Forgets those that have been taken in: no page needs to hear of them any more. */
    forget(places: readonly string[]): void {
      for (const list of [all, untold])
        list.splice(0, list.length, ...list.filter(([place]) => !places.includes(place)))
    },
    clear(): void {
      all.splice(0)
      untold.splice(0)
    },
  }
}
