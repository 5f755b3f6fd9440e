import { jsonOf } from '../core/json.ts'
import { type Chunk, mayBeUnstored } from '../queue/chunk.ts'
import type { NoteText } from './worker-messages.ts'

/**
 * What is in no database yet, and was too much for a note in localStorage. From here the worker stores it: so the page
 * does not try again, and calls it stored when the worker says that it has it.
 * @param mark the highest record that anyone has taken.
 */
export const createGivenNotes = (unsent: Set<Chunk>, mark: () => string, newPlace: () => string) => {
  /** By the place of the note. */
  const given = new Map<string, () => void>()
  return {
    unstored: (): readonly Chunk[] =>
      [...unsent].filter((chunk) => !chunk.note && mayBeUnstored(chunk, mark())),
    /** The page will not store these itself any more: not before it is sure that the worker is told of them. */
    give(chunks: readonly Chunk[]): readonly NoteText[] {
      if (!chunks[0]) return []
      const place = newPlace()
      const takenIn = new Promise<void>((resolve) => given.set(place, resolve))
      for (const chunk of chunks) chunk.note = takenIn
      const texts = Object.fromEntries(chunks.map(({ held, key, json }) => [held || key, json]))
      return [[place, jsonOf({ chunks: texts, keys: [], until: 0 })]]
    },
    /** The worker has it. */
    takenIn(place: string): void {
      given.get(place)?.()
      given.delete(place)
    },
  }
}
