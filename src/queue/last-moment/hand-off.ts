import type { Destination } from '../../core/destination.ts'
import { eventsIn } from '../../core/stored-event.ts'
import { type Attempt, HAND_OFF_MS } from '../attempt.ts'
import { bytesOf, createBatch } from '../batch.ts'
import type { Chunk } from '../chunk.ts'
import { mayBeUnstored, mayBeWithOthers } from '../chunk-state.ts'
import type { QueueWorld } from '../queue-options.ts'
import type { Notes } from './notes.ts'
import { isAhead } from './watermark.ts'

interface HandOffParts {
  readonly notes: Notes
  readonly isMemory: () => boolean
  /** Takes the notes in; done when they are in the database. */
  readonly noteDown: () => Promise<void>
}

/**
 * Writes down, at once and then in the database, what is not durable yet and what is handed off. Returns the
 * request that is to leave with the page: the oldest of one group, nothing when nobody else would know of it.
 * Synchronous: what waited for storage, a lock or a timer would not leave any more.
 */
export const createHandOff =
  (
    { newId, now }: Pick<QueueWorld, 'newId' | 'now'>,
    destination: Destination,
    { notes, isMemory, noteDown }: HandOffParts,
  ) =>
  (unsent: Set<Chunk>, maxBytes: number): Attempt | undefined => {
    let maySend = maxBytes > 0
    const until = now() + HAND_OFF_MS
    const chunks: Record<string, string> = {}
    const keys: string[] = []
    const noted: Chunk[] = []
    const { events, takes } = createBatch(destination, maxBytes)
    const watermark = notes.watermark()
    const granted = notes.granted()
    for (const chunk of unsent) {
      const { key, json, held } = chunk
      // Others send it, and could not know that we do.
      if (mayBeWithOthers(chunk) && isMemory()) continue
      const isTaken = key <= watermark
      if (mayBeUnstored(chunk, watermark)) {
        chunks[held || key] = json
        noted.push(chunk)
      }
      if (!maySend || isTaken || held || key <= granted || isAhead(key, now())) continue
      // Out of the midst of a burst, or as large by itself. What comes after it may be smaller.
      if (bytesOf(json) >= maxBytes) continue
      maySend = takes(json, eventsIn(json))
      if (!maySend) continue
      keys.push(key)
      unsent.delete(chunk)
    }
    const id = newId()
    const write = () => !!(keys[0] || noted[0]) && notes.write(id, { chunks, keys, until })
    let isWritten = write()
    // Ten thousand events are more than localStorage holds: of what is not handed off, the oldest that fit.
    for (let most = noted.length >> 1; most && !isWritten; most >>= 1) {
      for (const chunk of noted.splice(most))
        if (keys.includes(chunk.key)) noted.push(chunk)
        else delete chunks[chunk.held || chunk.key]
      isWritten = write()
    }
    if (!isWritten) return
    // Not the others: what is in no note is not taken in with it.
    const takenIn = noteDown()
    for (const chunk of noted) {
      chunk.note = takenIn
      if (!isMemory()) chunk.given ??= 'first'
    }
    return events[0] && { ...destination.encode(events, 'first', now()), keys, lease: until }
  }
