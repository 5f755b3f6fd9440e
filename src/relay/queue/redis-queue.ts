import { REMEMBER_MS } from '../ids/delivered-ids.ts'
import { JITTER, type Pace } from '../limits/pace.ts'
import { boundedCommands, type RedisCommands } from '../redis-commands.ts'
import type { AcceptedEvent, EventQueue } from './event-queue.ts'
import * as scripts from './redis-queue-scripts.ts'
import type { DeadLetter, QueueRecord, Turn, WorkQueue } from './work-queue.ts'

/** About 1 GB of the server's memory, at a kilobyte each. */
const MAX_EVENTS = 1_000_000
/** Of one person at a time: then others have their turn. */
const EVENTS_IN_A_TURN = 20
const DOWN_MS = 5_000
/** A worker that has not said for so long that it is there is taken for dead. Longer than any call to a vendor. */
export const LEASE_MS = 60_000

type Fields = readonly string[]
type Entry = readonly [id: string, fields: Fields | null]

const turnOf = ([id, fields]: Entry): readonly Turn[] => (fields?.[1] ? [{ id, person: fields[1] }] : [])

const recordIn = (json: string): QueueRecord => ({ ...JSON.parse(json), json })

/** Its own text is not a part of it. */
const jsonOfRecord = ({ key, event, tries, atMs }: Omit<QueueRecord, 'json'>): string =>
  JSON.stringify({ key, event, tries, atMs })

const letterOf = ([id, fields]: Entry): readonly DeadLetter[] => {
  const [, , , json, , reason = '', , detail = ''] = fields ?? []
  return json ? [{ id, reason, detail, record: recordIn(json) }] : []
}

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
  const commands = boundedCommands(client)
  const send = <Result>(...command: readonly (string | number)[]) =>
    commands.sendCommand(command.map(String)) as Promise<Result>
  const evaluate = <Result>(script: string, ...given: readonly (string | number)[]) =>
    send<Result>('EVAL', script, 0, ...given)

  const keysOf = (vendor: string): string => `${prefix}queue:${vendor}:`
  const idsOf = (vendor: string): string => `${prefix}${vendor}:`
  const turns = (vendor: string): string => `${keysOf(vendor)}turns`

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

    async open(vendor) {
      try {
        await send('XGROUP', 'CREATE', turns(vendor), 'workers', '0', 'MKSTREAM')
      } catch (error) {
        if (!`${error}`.includes('BUSYGROUP')) throw error
      }
    },

    async take(vendor, count) {
      const read = await send<readonly (readonly [string, readonly Entry[]])[] | null>(
        ...['XREADGROUP', 'GROUP', 'workers', worker, 'COUNT', count, 'STREAMS', turns(vendor), '>'],
      )
      return read?.[0]?.[1].flatMap(turnOf) ?? []
    },

    async takeOver(vendor, count) {
      const [, entries] = await send<readonly [string, readonly Entry[]]>(
        ...['XAUTOCLAIM', turns(vendor), 'workers', worker, leaseMs, '0', 'COUNT', count],
      )
      return entries.flatMap(turnOf)
    },

    keep: (vendor, { id, person }) => evaluate(scripts.KEEP, keysOf(vendor), worker, id, person),

    async read(vendor, { person }) {
      const list = `${keysOf(vendor)}person:${person}`
      return (await send<readonly string[]>('LRANGE', list, 0, EVENTS_IN_A_TURN - 1)).map(recordIn)
    },

    settle(vendor, { id, person }, { json, key }, given) {
      const dead = given ? [idsOf(vendor) + key, given.reason, given.detail ?? ''] : []
      return evaluate(scripts.SETTLE, keysOf(vendor), worker, id, person, json, ...dead)
    },

    finish: (vendor, { id, person }) => evaluate(scripts.FINISH, keysOf(vendor), worker, id, person),

    postpone(vendor, { id, person }, record, waitMs) {
      const later = jsonOfRecord({ ...record, tries: record.tries + 1 })
      return evaluate(scripts.POSTPONE, keysOf(vendor), worker, id, person, record.json, later, waitMs)
    },

    wake: (vendor) => evaluate(scripts.WAKE, keysOf(vendor)),

    async leave(vendor) {
      const pending = await send<readonly unknown[]>(
        ...['XPENDING', turns(vendor), 'workers', '-', '+', 1, worker],
      )
      // What it holds is taken over once its time is up; without its name nobody would find it.
      if (pending.length === 0) await send('XGROUP', 'DELCONSUMER', turns(vendor), 'workers', worker)
    },

    pace(vendor, { requests, windowMs }): Pace {
      const betweenMs = (windowMs * JITTER) / requests
      return {
        async take(_, maxWaitMs) {
          try {
            const wait = await evaluate<number>(scripts.TAKE_PACE, keysOf(vendor), betweenMs, maxWaitMs)
            return wait < 0 ? { type: 'full', afterMs: -wait } : { type: 'granted', waitMs: wait }
          } catch {
            // Nobody knows what the others send: nothing leaves.
            return { type: 'full', afterMs: DOWN_MS }
          }
        },
        async quiet(untilMs, nowMs) {
          try {
            await evaluate(scripts.QUIET, keysOf(vendor), Math.max(0, untilMs - nowMs))
          } catch {
            // Then the vendor says it again, to the next request.
          }
        },
      }
    },

    async waiting(vendor) {
      return Number((await send<string | null>('GET', `${keysOf(vendor)}count`)) ?? 0)
    },

    async dead(vendor, from, count) {
      const entries = await send<readonly Entry[]>(
        'XRANGE',
        `${keysOf(vendor)}dead`,
        from,
        '+',
        'COUNT',
        count,
      )
      return entries.flatMap(letterOf)
    },

    deadCount: (vendor) => send('XLEN', `${keysOf(vendor)}dead`),

    async revive(vendor, { id, record }) {
      const anew = jsonOfRecord({ ...record, tries: 0, atMs: Date.now() })
      const ids = idsOf(vendor)
      await evaluate(scripts.REVIVE, keysOf(vendor), ids, REMEMBER_MS, id, record.key, anew)
    },

    async forget(vendor, { id }) {
      await send('XDEL', `${keysOf(vendor)}dead`, id)
    },
  }
}
