import { jsonOf } from '../core/json.ts'
import type { Chunk } from '../queue/chunk.ts'
import { isOnlyHere, mayBeUnstored } from '../queue/chunk-state.ts'
import type { NoteText } from './worker-messages.ts'

/**
 * Gives the worker the events that are in no database yet and were too large for a note in localStorage. The worker
 * stores them: so the page does not try again, and calls them stored when the worker says that it has them.
 * @param watermark returns the highest record that anyone has taken.
 */
export const createGivenNotes = (unsent: Set<Chunk>, watermark: () => string, newPlace: () => string) => {
  /** The functions that resolve a note's promise, by the note's key. */
  const given = new Map<string, () => void>()
  return {
    unstored: (): readonly Chunk[] =>
      [...unsent].filter((chunk) => isOnlyHere(chunk) && mayBeUnstored(chunk, watermark())),
    /** The page will not store these itself any more: not before it is sure that the worker is told of them. */
    give(chunks: readonly Chunk[]): readonly NoteText[] {
      if (!chunks[0]) return []
      const place = newPlace()
      const takenIn = new Promise<void>((resolve) => given.set(place, resolve))
      for (const chunk of chunks) chunk.note = takenIn
      const texts = Object.fromEntries(chunks.map(({ held, key, json }) => [held || key, json]))
      return [[place, jsonOf({ chunks: texts, keys: [], until: 0 })]]
    },
    /** Resolves the promise of a note that the worker has stored. */
    takenIn(place: string): void {
      given.get(place)?.()
      given.delete(place)
    },
  }
}
