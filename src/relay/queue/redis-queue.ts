import { REMEMBER_MS } from '../ids/delivered-ids.ts'
import type { RedisCommands } from '../redis-commands.ts'
import type { AcceptedEvent, EventQueue } from './event-queue.ts'
import { createRedisCalls } from './redis-calls.ts'
import { createRedisDeadLetters } from './redis-dead-letters.ts'
import { createRedisPace } from './redis-pace.ts'
import * as scripts from './redis-queue-scripts.ts'
import { jsonOfRecord } from './redis-records.ts'
import { createRedisTurns } from './redis-turns.ts'
import type { WorkQueue } from './work-queue.ts'

/** This number of events takes about 1 GB of the server's memory, at a kilobyte each. */
const MAX_EVENTS = 1_000_000
/** How long a worker may be silent before it counts as dead: longer than any call to a vendor. */
export const LEASE_MS = 60_000

export interface RedisQueueOptions {
  readonly client: RedisCommands
  /**
   * The beginning of all keys.
   * @default 'sendoff:'
   */
  readonly prefix?: string
  /**
   * Most events that may wait for one vendor; when there are as many, pages keep theirs.
   * @default 1_000_000
   */
  readonly maxEvents?: number
  /**
   * The name of this worker among the others.
   * @default a random UUID
   */
  readonly worker?: string
  /**
   * Milliseconds of silence after which a worker counts as dead.
   * @default 60_000
   */
  readonly leaseMs?: number
}

/**
 * Makes the queue in Redis 7 or Valkey: a stream of turns that workers share as a consumer group, and a list for each
 * person. Accepted events are as safe as that server's persistence makes them.
 * @example
 * createRelay({ ...options, queue: createRedisQueue({ client }) })
 */
export const createRedisQueue = ({
  client,
  prefix = 'sendoff:',
  maxEvents = MAX_EVENTS,
  worker = crypto.randomUUID(),
  leaseMs = LEASE_MS,
}: RedisQueueOptions): EventQueue & WorkQueue => {
  const calls = createRedisCalls(client, prefix)
  const { send, evaluate, keysOf, idsOf } = calls

  return {
    accept(vendor, events) {
      const atMs = Date.now()
      const given = events.flatMap(({ key, person, event }: AcceptedEvent) => [
        key,
        person,
        jsonOfRecord({ key, event, tries: 0, atMs }),
      ])
      return evaluate(scripts.ACCEPT, keysOf(vendor), idsOf(vendor), REMEMBER_MS, maxEvents, ...given)
    },

    ...createRedisTurns(calls, worker, leaseMs),
    ...createRedisDeadLetters(calls),
    pace: createRedisPace(calls),

    async waiting(vendor) {
      return Number((await send<string | null>('GET', `${keysOf(vendor)}count`)) ?? 0)
    },
  }
}
