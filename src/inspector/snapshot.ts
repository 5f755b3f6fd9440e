import type { TrackedEvent } from '../core/event.ts'
import { parsed } from '../core/json.ts'
import { countIn, firstIdIn, newOf, recordsOf, unansweredKeyOf } from '../core/record-key.ts'
import { eventsIn, isEvent } from '../core/stored-event.ts'
import { HAND_OFF_MS, LEASE_MS } from '../queue/attempt.ts'
import type { DeadLetter } from '../queue/dead-letters.ts'
import { type SharedState, stateFrom } from '../queue/shared-state.ts'
import type { QueuedStatus } from './departure.ts'
import { lastNotes } from './last-notes.ts'
import { labelOfQueue } from './owner-label.ts'
import { type Records, readRecords } from './records.ts'

export interface QueuedEvent {
  readonly event: TrackedEvent
  readonly status: QueuedStatus
}

/** One destination's queue at one moment, over all tabs of this browser. */
export interface QueueSnapshot {
  /** The destination's name and account. */
  readonly destination: string
  /** Number of queued events by status. */
  readonly queued: Readonly<Record<QueuedStatus, number>>
  /** The newest queued events. */
  readonly events: readonly QueuedEvent[]
  /** The id from which `events` is complete: no event of this id or a later one is missing. */
  readonly completeFrom: string
  readonly letters: number
  /** The newest dead letters. */
  readonly newestLetters: readonly Pick<DeadLetter, 'event' | 'reason' | 'detail'>[]
  readonly state: SharedState
}

/** Most records of events, and dead letters, that are read: the board shows no more. */
const MAX_READ = 60

const statusOf = (key: string, queue: string, state: SharedState, now: number): QueuedStatus => {
  const { sending, lease, until } = state
  const isNear = (time: number, ms: number) => time > now && time <= now + ms
  if (sending.includes(key) || sending.map(unansweredKeyOf).includes(key))
    return isNear(lease, LEASE_MS) ? 'in flight' : 'unanswered'
  if (key.startsWith(newOf(queue))) return 'waiting'
  return isNear(until, HAND_OFF_MS) ? 'handed off' : 'unanswered'
}

const snapshotOf = async (queue: string, { keys, get }: Records, now: number): Promise<QueueSnapshot> => {
  const state = stateFrom(await get(`${queue}/s`), now)
  const noted = lastNotes().filter((its) => its.queue === queue)
  const stored = new Set(keys.filter((key) => key.startsWith(recordsOf(queue))))
  const texts = new Map<string, string>()
  for (const { note } of noted) {
    const handedOff = new Set<unknown>(Object.values({ ...note.keys }))
    for (const [key, json] of Object.entries(note.chunks ?? {}))
      if (!stored.has(key) && !stored.has(unansweredKeyOf(key)))
        texts.set(handedOff.has(key) ? unansweredKeyOf(key) : key, json)
  }

  const queued = { waiting: 0, 'in flight': 0, 'handed off': 0, unanswered: 0 }
  const records = [...stored, ...texts.keys()].sort((a, b) => (firstIdIn(a) < firstIdIn(b) ? -1 : 1))
  for (const key of records) queued[statusOf(key, queue, state, now)] += countIn(key)
  const newest = records.slice(-MAX_READ)
  const events: QueuedEvent[] = []
  for (const key of newest) {
    const status = statusOf(key, queue, state, now)
    events.push(...eventsIn(texts.get(key) ?? (await get(key))).map((event) => ({ event, status })))
  }

  const letterKeys = keys.filter((key) => key.startsWith(`${queue}/d/`))
  const letters = await Promise.all(letterKeys.slice(-MAX_READ).map(get))
  return {
    destination: labelOfQueue(queue),
    queued,
    events,
    completeFrom: records.length > newest.length ? firstIdIn(newest[0] ?? '') : '',
    letters: letterKeys.length,
    newestLetters: letters.flatMap((text) => {
      const { event, reason = 'refused', detail } = parsed<DeadLetter>(text)
      return event && isEvent(event) ? [{ event, reason, detail }] : []
    }),
    state,
  }
}

/** Returns the state of every queue of this browser. It only reads. */
export const takeSnapshot = async (now: number): Promise<readonly QueueSnapshot[]> => {
  const queues = await readRecords(async (records) => {
    const queues = new Set(records.keys.flatMap((key) => /^[^/:]+:[^/]*(?=\/)/.exec(key) ?? []))
    const found: QueueSnapshot[] = []
    for (const queue of queues) found.push(await snapshotOf(queue, records, now))
    return found
  })
  return queues ?? []
}
