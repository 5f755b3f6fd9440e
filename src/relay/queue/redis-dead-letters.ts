import { REMEMBER_MS } from '../ids/delivered-ids.ts'
import type { RedisCalls } from './redis-calls.ts'
import * as scripts from './redis-queue-scripts.ts'
import { type Entry, jsonOfRecord, letterOf } from './redis-records.ts'
import type { WorkQueue } from './work-queue.ts'

/** Reads and changes the dead letters: events that were given up. */
export const createRedisDeadLetters = ({
  send,
  evaluate,
  keysOf,
  idsOf,
}: RedisCalls): Pick<WorkQueue, 'dead' | 'deadCount' | 'revive' | 'forget'> => ({
  async dead(vendor, from, count) {
    const entries = await send<readonly Entry[]>('XRANGE', `${keysOf(vendor)}dead`, from, '+', 'COUNT', count)
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
})
