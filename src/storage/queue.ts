import { type Batch, batchAfter, batchFrom, joined, nextOf } from '../core/batch.ts'
import type { Attempt, Part } from '../core/destination.ts'
import type { TrackedEvent } from '../core/event.ts'
import { timeOfId } from '../core/id.ts'
import type { Outcome } from '../core/outcome.ts'
import { learned, spent, waitMs } from '../core/state.ts'
import { type Chunk, countIn, keyOf } from './chunk.ts'
import { createNotes } from './notes.ts'
import { createShelf, type QueueOptions } from './shelf.ts'

/** How long the answer to a hand-off is waited for before its events count as unanswered. */
export const HAND_OFF_MS = 10_000
/** How long a sender that gives no sign is believed to be alive: longer than any request. */
export const LEASE_MS = 45_000
/** How soon to look again while another tab sends. */
const BUSY_MS = 1_000
/** The queue is counted once in so many events. */
const TRIM_EVERY = 1_000

/** What the sender finds: a request to make, or how long to wait (0: look again). */
export type Begun =
  | { readonly key: string; readonly part: Part; readonly attempt: Attempt }
  | { readonly ms: number; readonly failing?: boolean }

/** One destination's durable queue. Reading it never removes: only `settle` does, after the answer. */
export const createQueue = (options: QueueOptions) => {
  const { destination, tab, now, random, area, maxAgeMs, maxEvents } = options
  const { limits } = destination
  const shelf = createShelf(options)
  const { EVENTS, LETTERS, WRITTEN, readState, change, raise } = shelf
  const { count, drop, replace, evict, durably, isMemory } = shelf
  const notes = createNotes(area, EVENTS)
  /** Chunks that were handed off before they could be stored: the hand-off has them now. */
  const handed = new Set<string>()
  let untilTrim = 0
  let lease = 0

  /** Resolves when the chunks are durable. */
  const push = async (chunks: readonly Chunk[]): Promise<void> => {
    await durably((t) => {
      for (const { key, json } of chunks) {
        if (!handed.has(key)) t.put(key, json)
        t.put(WRITTEN + tab, key)
      }
    })
    for (const { key } of chunks) untilTrim -= countIn(key)
    if (untilTrim > 0) return
    untilTrim = TRIM_EVERY
    await evict((total) => total - maxEvents).catch(() => 0)
  }

  return {
    EVENTS,
    push,
    mark: notes.mark,

    /** Writes a chunk down at once; the database may get it, too. Without one, nobody would take the note in. */
    note: ({ key, json }: Chunk): boolean => isMemory() || notes.write(tab, key, json),

    /** Takes the notes of pages that were left into the database. */
    async adopt(): Promise<void> {
      const found = notes.read()
      let taken = found
      if (!found[0]) return
      await durably(async (t) => {
        // Memory would be no gain, and what is gone has been taken in by others.
        taken = isMemory() ? [] : found.filter(({ place }) => area.get(place))
        for (const { by, key, json } of taken) {
          // What did reach the database, or was taken in before, may be delivered and gone by now.
          if (key <= ((await t.get(WRITTEN + by)) ?? '')) continue
          const { keys } = batchFrom(json)
          keys.forEach(t.remove)
          t.put(key, json)
          await raise(t, by, key)
          // A hand-off has its tab's chunks.
          await raise(t, by.replace('z', ''), keys.at(-1))
        }
      })
      for (const { place } of taken) area.remove(place)
    },

    /**
     * Writes down, at once and then in the database, that these chunks are handed off as one batch; '' when that
     * could not be written at once: then nobody else would know.
     */
    handOff(keys: readonly string[], events: readonly TrackedEvent[]): string {
      const key = keyOf(EVENTS, events)
      const json = JSON.stringify({ events, tried: events.length, until: now() + HAND_OFF_MS, keys })
      const by = `z${tab}`
      if (!(isMemory() || notes.write(by, key, json))) return ''
      notes.mark(keys.at(-1))
      for (const old of keys) {
        handed.add(old)
        notes.remove(tab, old)
      }
      durably((t) => {
        keys.forEach(t.remove)
        t.put(key, json)
        t.put(WRITTEN + by, key)
      })
      return key
    },

    /** Chooses what is sent next and writes down that it is, in one transaction. */
    begin: (grantedAt: number, hopeful: boolean): Promise<Begun> =>
      durably(async (t) => {
        const time = now()
        const state = await readState(t)
        const { leaseUntil, locked, reason } = state
        // Older than our own lock, a lease that was taken under the lock is a dead tab's.
        if (leaseUntil > time && !(locked && leaseUntil - LEASE_MS <= grantedAt)) return { ms: BUSY_MS }
        const ms = waitMs(state, limits.burstMs, time)
        if (ms && !(hopeful && reason && reason !== 'busy')) return { ms, failing: !!reason }

        const keys: string[] = []
        let batch: Batch | undefined
        let answerMs = Infinity
        let chars = 0
        for (const key of await t.keys(EVENTS, limits.events)) {
          const json = await t.get(key)
          const next = batchFrom(json)
          const [first] = next.events
          const left = next.until - time
          const reason = !first ? 'unreadable' : timeOfId(first.id) < time - maxAgeMs && 'expired'
          if (reason) await drop(t, key, reason)
          else if (left > 0 && left <= HAND_OFF_MS) answerMs = Math.min(answerMs, left)
          else {
            chars += `${json}`.length
            const both = batch ? joined(batch, next) : next
            if (!both || (batch && (both.events.length > limits.events || chars * 4 > limits.bytes))) break
            batch = both
            keys.push(key)
          }
        }
        if (!batch) return { ms: answerMs }

        const { events, tried } = batch
        if (tried && destination.assumeDelivered) {
          replace(t, keys, { ...batch, events: events.slice(tried), tried: 0, until: 0, keys: [] })
          await count(t, 'delivered', tried)
          return { ms: 0 }
        }
        const attempt = tried ? 'resend' : 'first'
        const part = destination.encode(nextOf(batch), attempt)
        // First the mark, then the look: a page that was left in between has not seen the mark.
        notes.mark(keys.at(-1))
        if (notes.read()[0] && !isMemory()) return { ms: 0 }
        const key = replace(t, keys, { ...batch, tried: tried || part.events.length, until: 0, keys: [] })
        await change(t, (state) => {
          // The clock may have been set back since: this must be as old as what `change` says.
          lease = now() + LEASE_MS
          const due = spent(state, part.costMs, limits.burstMs, now())
          return { ...state, due, leaseUntil: lease, locked: grantedAt > 0 }
        })
        return { key, part, attempt }
      }),

    /**
     * Writes down what became of the first events of a batch: removes them, or keeps them for later. Without
     * `attempt` it was a hand-off. If others have resent it meanwhile, this answer says nothing of theirs.
     */
    settle: (key: string, outcomes: readonly Outcome[], attempt?: Attempt): Promise<void> =>
      durably(async (t) => {
        const batch = batchFrom(await t.get(key))
        if (!batch.events[0]) return
        outcomes.forEach((outcome, index) => {
          const event = batch.events[index]
          if (event && outcome.type === 'dropped')
            t.put(`${LETTERS}${event.id}`, JSON.stringify({ event, ...outcome }))
        })
        const isMine = (await readState(t)).leaseUntil === lease
        const isOnly = attempt ? isMine && attempt === 'first' : batch.until
        replace(t, [key], batchAfter(batch, outcomes, isOnly ? 'first' : 'resend'))
        await change(t, (state) => ({
          ...learned(state, outcomes, limits.burstMs, now(), random()),
          // Only its owner ends a lease: this may be the answer to a hand-off.
          leaseUntil: isMine ? 0 : state.leaseUntil,
        }))
      }),

    census: () =>
      durably(async (t) => {
        const keys = await t.keys(EVENTS)
        const { counts, reason, detail } = await readState(t)
        return {
          queued: keys.reduce((sum, key) => sum + countIn(key), 0),
          oldestMs: keys[0] ? now() - timeOfId(keys[0].slice(EVENTS.length)) : 0,
          counts,
          paused: reason === 'paused' ? detail : '',
          storage: isMemory() ? ('memory' as const) : ('indexeddb' as const),
        }
      }),
  }
}

export type Queue = ReturnType<typeof createQueue>
