import type { Destination } from '../core/destination.ts'
import type { TrackedEvent } from '../core/event.ts'
import type { Outcome } from '../core/outcome.ts'
import type { Chunk } from '../storage/chunk.ts'
import type { Notes } from '../storage/notes.ts'
import { HAND_OFF_MS, type Queue } from '../storage/queue.ts'
import { bytesOf, KEEPALIVE_BYTES, outcomesOf, type Transport } from './transport.ts'

/** An answer to a request that left outside of a round. */
export interface Answer {
  readonly key: string
  readonly events: readonly TrackedEvent[]
  readonly outcomes: readonly Outcome[]
}

export interface HandOffOptions {
  readonly destination: Destination
  readonly queue: Queue
  readonly notes: Notes
  readonly transport: Transport
  readonly onAnswer: (answer: Answer) => void
}

/**
 * The way out: when the page is hidden, what this tab knows to be unsent leaves in one request that outlives
 * the page. Everything here is synchronous up to the request: what waited for storage, a lock or a timer would
 * not leave any more.
 */
export const createHandOff = ({ destination, queue, notes, transport, onAnswer }: HandOffOptions) => {
  /** The chunks of this tab that may have to leave with it, and whether they are durable. */
  const chunks = new Map<Chunk, boolean>()

  return {
    add: (chunk: Chunk): void => void chunks.set(chunk, false),

    stored: (chunk: Chunk): void => void chunks.set(chunk, true),

    /** Forgets what is being sent, and what is more than one request can carry: it is safe in the queue. */
    prune(): void {
      const marked = notes.marked()
      let chars = 0
      for (const [chunk, durable] of chunks) {
        chars += chunk.json.length
        if (durable && (chunk.key <= marked || chars > KEEPALIVE_BYTES)) chunks.delete(chunk)
      }
    },

    /** Writes down what is not durable yet, and hands off the oldest that is known to be unsent. */
    leave(maySend: boolean): void {
      for (const [chunk, durable] of chunks) if (!durable) queue.note(chunk)
      const marked = notes.marked()
      const spare = transport.spareBytes()
      let picked = maySend ? [...chunks.keys()].filter(({ key }) => key > marked) : []
      picked = picked.filter(({ group }) => group === picked[0]?.group)
      while (picked.length) {
        const events = picked.flatMap(({ json }) => JSON.parse(json).events as TrackedEvent[])
        const part = destination.encode(events, 'first')
        // All events of a chunk go, or none: what is written down are chunks.
        const fits = part.events.length === events.length && bytesOf(part.request.body) <= spare
        const key =
          fits &&
          queue.handOff(
            picked.map(({ key }) => key),
            events,
          )
        if (key)
          transport
            .send(part.request, HAND_OFF_MS, true)
            .then((result) => onAnswer({ key, events, outcomes: outcomesOf(destination, events, result) }))
        if (fits) return
        picked = picked.slice(0, picked.length >> 1)
      }
    },
  }
}
