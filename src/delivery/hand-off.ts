import type { Destination, Part, VendorRequest } from '../core/destination.ts'
import type { FrozenEvent, TrackedEvent } from '../core/event.ts'
import { HAND_OFF_MS } from '../core/plan.ts'
import { type Chunk, placeOfChunk } from '../storage/chunk.ts'
import type { Queue } from '../storage/queue.ts'
import type { Notes } from '../storage/notes.ts'
import { type Answer, outcomesOf } from './round.ts'
import { KEEPALIVE_BYTES, type SendOptions, type SendResult } from './transports/fetch.ts'

export interface HandOffOptions {
  readonly destination: Destination
  readonly queue: Queue
  readonly notes: Notes
  readonly send: (request: VendorRequest, options: SendOptions) => Promise<SendResult>
  readonly spareBytes: () => number
  readonly now: () => number
  readonly newId: () => string
  readonly onAnswer: (answer: Answer) => void
}

/**
 * The way out: when the page is hidden, what this tab knows to be unsent leaves in one request that outlives
 * the page. Everything here is synchronous up to the request; what would wait for storage, a lock or a timer
 * would not leave any more.
 */
export const createHandOff = (options: HandOffOptions) => {
  const { destination, queue, notes, send, spareBytes, now, newId, onAnswer } = options
  let recent: { event: FrozenEvent; place: string }[] = []
  let chars = 0

  /** As many of the oldest as fit. */
  const fitting = (events: readonly TrackedEvent[]): Part | undefined => {
    const [first, ...others] = events
    if (!first) return
    const part = destination.encode([first, ...others], 'first')
    if (new Blob([part.request.body]).size <= spareBytes()) return part
    return others.length ? fitting(events.slice(0, events.length / 2)) : undefined
  }

  const prune = () => {
    const marked = notes.marked()
    recent = recent.filter(({ event }) => event.id > marked)
    chars = recent.reduce((sum, { event }) => sum + event.json.length, 0)
  }

  return {
    /** Keeps what may have to be handed off; what does not fit in one request waits in the queue instead. */
    remember(chunks: readonly Chunk[]): void {
      for (const { key, events } of chunks)
        for (const event of events) {
          if (chars > KEEPALIVE_BYTES) return
          chars += event.json.length
          recent.push({ event, place: placeOfChunk(key) })
        }
    },
    prune,
    leave(): void {
      prune()
      const part = fitting(recent.map(({ event }) => JSON.parse(event.json)))
      if (!part) return
      const { events } = part
      const ids = new Set(events.map(({ id }) => id))
      const places = recent.filter(({ event }) => ids.has(event.id)).map(({ place }) => place)
      const span = { from: places[0] ?? '', to: places.at(-1) ?? '' }
      if (!queue.noteAttempt(newId(), { ids: [...ids], until: now() + HAND_OFF_MS })) return
      recent = recent.filter(({ event }) => !ids.has(event.id))
      send(part.request, { timeoutMs: HAND_OFF_MS, leaving: true }).then((result) => {
        if (result.type !== 'handed-off')
          onAnswer({ events, span, outcomes: outcomesOf(destination, part, result) })
      })
    },
  }
}
