import type { Destination, Part } from '../core/destination.ts'
import type { Chunk } from '../storage/chunk.ts'
import type { Queue } from '../storage/queue.ts'
import { bytesOf, HAND_OFF_BYTES } from './transport.ts'

/** Chunks that are kept in memory for a hand-off: more than fit into one. */
const MAX_KEPT = 50

/** What this tab has tracked and knows to be unsent: when it is left, that must not wait for any storage. */
export const createUnsent = (destination: Destination, queue: Queue) => {
  /** Oldest first, and whether they are durable. */
  const chunks = new Map<Chunk, boolean>()

  return {
    chunks,

    /** Forgets what is being sent, and what is more than one request can carry: it is safe in the queue. */
    prune(): void {
      const marked = queue.mark()
      for (const [chunk, durable] of chunks)
        if (durable && (chunk.key <= marked || chunks.size > MAX_KEPT)) chunks.delete(chunk)
    },

    /**
     * Writes down what is not durable yet, and returns the request that is to leave with the page: the oldest of
     * one group. Everything is synchronous: what waited for storage, a lock or a timer would not leave any more.
     */
    handOff(maySend: boolean): { readonly key: string; readonly part: Part } | undefined {
      const keys: string[] = []
      const marked = queue.mark()
      let group: string | undefined
      let part: Part | undefined
      let full = !maySend
      for (const [chunk, durable] of chunks) {
        if (!durable) queue.note(chunk)
        if (full || chunk.key <= marked) continue
        group ??= chunk.group
        if (group !== chunk.group) continue
        const events = [...(part?.events ?? []), ...JSON.parse(chunk.json).events]
        const larger = destination.encode(events, 'first')
        // All events of a chunk go, or none: what is written down are chunks.
        full = larger.events.length < events.length || bytesOf(larger.body) > HAND_OFF_BYTES
        if (full) continue
        part = larger
        keys.push(chunk.key)
      }
      const key = part && queue.handOff(keys, part.events)
      return part && key ? { key, part } : undefined
    },
  }
}
