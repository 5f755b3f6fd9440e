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

/** About 1 GB of the server's memory, at a kilobyte each. */
const MAX_EVENTS = 1_000_000
/** A worker that has not said for so long that it is there is taken for dead. Longer than any call to a vendor. */
export const LEASE_MS = 60_000

export interface RedisQueueOptions {
  readonly client: RedisCommands
  /**
   * What the keys begin with.
   * @default 'sendoff:'
   */
  readonly prefix?: string
  /**
   * How many events may wait for one vendor; then pages keep theirs.
   * @default 1_000_000
   */
  readonly maxEvents?: number
  /**
   * Names this worker among the others.
   * @default a random UUID
   */
  readonly worker?: string
  /**
   * Milliseconds after which a worker that does nothing is taken for dead.
   * @default 60_000
   */
  readonly leaseMs?: number
}

/**
 * The queue in Redis 7 or Valkey: a stream of turns that workers share as a consumer group, and a list for each person.
 * What is accepted is as safe as that server's persistence makes it.
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
