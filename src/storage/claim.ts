import type { Destination } from '../core/destination.ts'
import type { TrackedEvent } from '../core/event.ts'
import { count, goesAlone, type LaneState, spent, waitMs } from '../core/state.ts'
import { type Begun, HAND_OFF_MS, LEASE_MS } from './attempt.ts'
import { createBatch } from './batch.ts'
import { type Choice, choose } from './choose.ts'
import { cutAfter } from './chunk.ts'
import { gather } from './gather.ts'
import { withoutRefused } from './identifiers.ts'
import { doubt, type Notes } from './notes.ts'
import type { Change, OnLoss } from './queue.ts'
import type { QueueWorld } from './queue-options.ts'
import type { Transaction } from './store.ts'

/** How soon to look again while another tab sends. */
const BUSY_MS = 1_000
const DAY_MS = 86_400_000

/** Milliseconds until the next request may be made. When something has changed, only the vendor's own word holds it up. */
const backOffMs = (state: LaneState, burstMs: number, time: number, isHopeful: boolean): number => {
  const { reason } = state
  const isVendors = !reason || reason === 'busy' || reason === 'limited'
  return isHopeful && !isVendors ? 0 : waitMs(state, burstMs, time)
}

/** Until when the answer to a hand-off may come, if it may; no longer than any of ours. */
const awaitedUntil = ({ until }: LaneState, time: number): number =>
  until > time && until <= time + HAND_OFF_MS ? until : 0

/** Writes down that the first so many of the events that were found are on their way. */
const writeDown = (
  t: Transaction,
  state: LaneState,
  { isRepeat, prefix, tries }: Choice,
  taken: readonly string[],
  found: readonly TrackedEvent[],
  events: number,
): void => {
  state.sending = cutAfter(t, prefix, taken, found, events)
  // The rest of a record that was cut in two was tried as often.
  const rest = found[events]
  if (rest && tries) state.tries[rest.id] = tries
  state.repeated = isRepeat
}

/** Reads what was chosen, as much as fits into one request. Counts, and removes, what is not to be sent any more. */
const readChosen = async (
  t: Transaction,
  state: LaneState,
  destination: Destination,
  { isRepeat, keys }: Choice,
  oldest: number,
  onLoss: OnLoss,
) => {
  const { events: found, takes } = createBatch(destination, destination.limits.bytes)
  const isAssumed = isRepeat && destination.assumeDelivered
  const taken = await gather(t, keys, takes, oldest, isAssumed, (reason, events) => {
    count(state, reason, events)
    // What is assumed to be delivered is no loss.
    if (reason !== 'delivered') onLoss(reason, events)
  })
  return { found, taken }
}

/** What is sent of what was found. A batch that was refused without naming the guilty is searched by halves. */
const eventsFor = (
  { bad, refused }: LaneState,
  found: readonly TrackedEvent[],
  most: number,
): readonly TrackedEvent[] =>
  found.slice(0, Math.min(most, bad ? bad >> 1 || 1 : most)).map((event) => withoutRefused(event, refused))

/**
 * Chooses what is sent next and writes down that it is, in one transaction.
 * @param grantedAt since when the caller has the lock; 0 where it has none.
 * @param isHopeful whether something has changed since the last request, but the time.
 */
export const createClaim =
  (
    { now, random }: Pick<QueueWorld, 'now' | 'random'>,
    destination: Destination,
    queue: string,
    maxAgeDays: number,
    { list, mark }: Notes,
    change: Change,
  ) =>
  (grantedAt: number, isHopeful: boolean): Promise<Begun> =>
    change(async (t, state, known, onLoss) => {
      const { limits } = destination
      const time = now()
      if (isTaken(state, grantedAt, time)) return { ms: BUSY_MS }
      const ms = backOffMs(state, limits.burstMs, time, isHopeful)
      if (ms > 0) return { ms, failing: state.reason }

      // Whoever was sending is dead.
      await doubt(t, state.sending)
      state.sending = []
      state.until = awaitedUntil(state, time)

      const choice = await choose(t, state, destination, queue, time, isHopeful)
      const { isRepeat } = choice
      const oldest = time - maxAgeDays * DAY_MS
      const { found, taken } = await readChosen(t, state, destination, choice, oldest, onLoss)
      // What was held for these people is older: it goes before them.
      if (await destination.release?.(t, queue, found, oldest)) return { ms: 0 }
      if (!found[0]) return { ms: choice.keys[0] ? 0 : choice.ms }

      const events = eventsFor(state, found, choice.most)
      const first = goesAlone(state, events.length, random()) ? 'alone' : 'first'
      const part = destination.encode(events, isRepeat ? 'resend' : first, time)
      // First the mark, then the look: a page that was left in between has not seen the mark.
      mark(taken.at(-1))
      if (list().some((place) => !known.includes(place))) return { ms: 0 }
      writeDown(t, state, choice, taken, found, part.events.length)
      // The clock may have been set back since: this must be as old as what `change` says.
      state.lease = now() + LEASE_MS
      state.locked = grantedAt > 0
      state.due = spent(state, part.costMs, limits.burstMs, now())
      return { ...part, keys: state.sending, lease: state.lease }
    })

/**
 * Whether another sender may be alive. Older than our own lock, a lease that was taken under the lock is a dead tab's.
 * A later time than it could be was set by another clock.
 */
const isTaken = ({ lease, locked }: LaneState, grantedAt: number, time: number): boolean => {
  const since = lease - LEASE_MS
  return lease > time && since <= time && since > (locked ? grantedAt : 0)
}
