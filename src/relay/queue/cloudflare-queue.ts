import type { TrackedEvent } from '../../core/event.ts'
import type { EventQueue } from './event-queue.ts'

/** A message of the queue: one event. */
export interface QueuedMessage {
  readonly vendor: string
  readonly event: TrackedEvent
}

/** The used part of a queue's binding (`env.EVENTS`). */
export interface CloudflareQueue {
  sendBatch(messages: readonly { readonly body: unknown; readonly contentType: 'json' }[]): Promise<unknown>
}

/**
 * "Message size 128 KB", "100 messages (or 256 KB in total)" in one `sendBatch` (developers.cloudflare.com, Queues,
 * "Limits"), less some room for what surrounds an event.
 */
const MAX_EVENT_BYTES = 127_000
const MAX_BATCH_EVENTS = 100
const MAX_BATCH_BYTES = 250_000
const FRAME_BYTES = 100

/**
 * Makes a queue on Cloudflare Queues, for a relay on Workers; `createQueueConsumer` delivers. A page is told
 * `delivered` once Cloudflare has stored its events, on several disks.
 *
 * Events that do not fit into one call take several: when a later call fails, the page sends all events again, and the
 * consumer recognises the first ones.
 * @param queue the binding.
 * @example
 * createRelay({ ...options, queue: createCloudflareQueue(env.EVENTS) })
 */
export const createCloudflareQueue = (queue: CloudflareQueue): EventQueue => {
  const bytesOf = (event: TrackedEvent): number => new TextEncoder().encode(JSON.stringify(event)).length

  return {
    isTooLarge: (event) => bytesOf(event) > MAX_EVENT_BYTES,

    async accept(vendor, accepted) {
      let open: TrackedEvent[] = []
      let bytes = 0
      const batches: TrackedEvent[][] = []
      for (const { event } of accepted) {
        bytes += bytesOf(event) + FRAME_BYTES
        if (open.length % MAX_BATCH_EVENTS === 0 || bytes > MAX_BATCH_BYTES) {
          open = []
          batches.push(open)
          bytes = bytesOf(event) + FRAME_BYTES
        }
        open.push(event)
      }
      for (const events of batches)
        await queue.sendBatch(
          events.map((event) => ({
            body: { vendor, event } satisfies QueuedMessage,
            contentType: 'json' as const,
          })),
        )
      return 'accepted'
    },
  }
}
