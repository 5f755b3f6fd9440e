import { END, type At } from './layout.ts'
import type { Note } from './notes.ts'
import type { Transaction } from './store.ts'

/**
 * Takes the notes of pages that were left into the database.
 *
 * A chunk may have reached the database as well, been delivered and be gone; taken in again, it would be sent
 * twice. So each tab records with every chunk the last id that it has written: up to there nothing is missing.
 */
export const adopt = async (transaction: Transaction, at: At, notes: readonly Note[]): Promise<void> => {
  for (const { key, tab, json } of notes) {
    if (!key.startsWith(at('e'))) {
      transaction.write(key, parsed(json))
      continue
    }
    const mark = at('w', tab)
    const [written] = tab ? await transaction.values(mark, mark) : []
    if (!written || key > at('e', `${written}${END}`)) transaction.write(key, json)
  }
}

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    // Cut short by a crash. An attempt without ids means nothing, and its events are still in the queue.
    return
  }
}
