import type { RedisCalls } from './redis-calls.ts'
import * as scripts from './redis-queue-scripts.ts'
import { type Entry, jsonOfRecord, recordIn, turnOf } from './redis-records.ts'
import type { WorkQueue } from './work-queue.ts'

/** Most events of one person in a turn, so that other people have theirs. */
const EVENTS_IN_A_TURN = 20

type Turns = Omit<WorkQueue, 'pace' | 'waiting' | 'dead' | 'deadCount' | 'revive' | 'forget'>

/**
 * Keeps the turns of people, as a stream that workers share.
 * @param worker is the name of this worker.
 */
export const createRedisTurns = (
  { send, evaluate, keysOf, idsOf, turnsOf }: RedisCalls,
  worker: string,
  leaseMs: number,
): Turns => ({
  async open(vendor) {
    try {
      await send('XGROUP', 'CREATE', turnsOf(vendor), 'workers', '0', 'MKSTREAM')
    } catch (error) {
      if (!`${error}`.includes('BUSYGROUP')) throw error
    }
  },

  async take(vendor, count) {
    const read = await send<readonly (readonly [string, readonly Entry[]])[] | null>(
      ...['XREADGROUP', 'GROUP', 'workers', worker, 'COUNT', count, 'STREAMS', turnsOf(vendor), '>'],
    )
    return read?.[0]?.[1].flatMap(turnOf) ?? []
  },

  async takeOver(vendor, count) {
    const [, entries] = await send<readonly [string, readonly Entry[]]>(
      ...['XAUTOCLAIM', turnsOf(vendor), 'workers', worker, leaseMs, '0', 'COUNT', count],
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
      ...['XPENDING', turnsOf(vendor), 'workers', '-', '+', 1, worker],
    )
    // A worker with open turns stays listed, so that they are taken over once their time is up; without its name they
    // could not be found.
    if (pending.length === 0) await send('XGROUP', 'DELCONSUMER', turnsOf(vendor), 'workers', worker)
  },
})
