import type { Lock } from '../browser/lock.ts'
import type { Destination, VendorRequest } from '../core/destination.ts'
import type { FrozenEvent } from '../core/event.ts'
import type { LocalArea } from '../storage/local-area.ts'
import { createNotes } from '../storage/notes.ts'
import { createQueue } from '../storage/queue.ts'
import type { Store } from '../storage/store.ts'
import { createHandOff } from './hand-off.ts'
import { type Answer, createRound, type Verdict } from './round.ts'
import { createScheduler, type FlushReason } from './scheduler.ts'
import type { SendOptions, SendResult } from './transports/fetch.ts'

/** What a lane needs of the world. */
export interface World {
  readonly now: () => number
  readonly random: () => number
  readonly newId: () => string
  readonly setTimer: (run: () => void, ms: number) => () => void
  readonly store: Store
  readonly area: LocalArea
  readonly lockFor: (name: string) => Lock
  readonly send: (request: VendorRequest, options: SendOptions) => Promise<SendResult>
  readonly spareBytes: () => number
  readonly isOnline: () => boolean
}

export interface LaneOptions {
  readonly world: World
  readonly destination: Destination
  readonly tab: string
  readonly maxAgeMs: number
  readonly maxEvents: number
  readonly unanswered: 'resend' | 'assume-delivered'
  readonly onFlush: (reason: FlushReason) => void
  readonly onSettled: (answer: Answer) => void
  readonly onError: (error: unknown) => void
  readonly onMemory: () => void
}

/** Milliseconds from the first event of a quiet page to its request. */
const INTERVAL_MS = 1_000
/** How soon to ask again for a lock that another tab has. */
const BUSY_MS = 1_000

/** One destination with its own queue, pace and failures: nothing that happens here delays another. */
export const createLane = (options: LaneOptions) => {
  const { world, destination, onFlush, onError } = options
  const { name, limits } = destination
  const { now, isOnline } = world
  const notes = createNotes(world.area, name)
  const queue = createQueue({ ...options, name, notes, limits, store: world.store, random: world.random })
  const round = createRound({ ...world, ...options, queue, lock: world.lockFor(`sendoff/${name}`) })
  let quietUntil = 0
  let waiting = 0

  const handOff = createHandOff({
    ...world,
    destination,
    queue,
    notes,
    onAnswer(answer) {
      round.answer(answer)
      scheduler.flushNow('retry')
    },
  })

  const scheduler = createScheduler({
    ...world,
    async flush(reason) {
      if (!isOnline()) return
      waiting = 0
      onFlush(reason)
      let hopeful = reason === 'start' || reason === 'online' || reason === 'manual'
      let verdict: Verdict
      try {
        do {
          verdict = await round.run(hopeful)
          hopeful = false
        } while (verdict.type === 'again')
      } catch (error) {
        onError(error)
        return INTERVAL_MS
      }
      handOff.prune()
      quietUntil = verdict.type === 'wait' && verdict.why === 'backoff' ? now() + verdict.ms : 0
      if (verdict.type === 'wait') return verdict.ms
      return verdict.type === 'busy' ? BUSY_MS : undefined
    },
  })

  return {
    name,
    queue,
    /** Takes the events of one task; resolves when they are durable. */
    add(events: readonly FrozenEvent[], leaving: boolean): Promise<void> {
      const { chunks, stored } = queue.push(events, leaving)
      handOff.remember(chunks)
      waiting += events.length
      if (waiting < limits.events) scheduler.flushWithin(INTERVAL_MS, 'interval')
      else stored.then(() => scheduler.flushNow('size'))
      return stored
    },
    leave(reason: 'hidden' | 'pagehide'): void {
      queue.noteUnconfirmed()
      if (!isOnline() || now() < quietUntil) return
      onFlush(reason)
      handOff.leave()
    },
    flush: scheduler.flushNow,
    stop: scheduler.stop,
  }
}

export type Lane = ReturnType<typeof createLane>
