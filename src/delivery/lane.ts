import type { Lock } from '../browser/lock.ts'
import type { Attempt, Destination } from '../core/destination.ts'
import type { FrozenEvent, TrackedEvent } from '../core/event.ts'
import type { Outcome } from '../core/outcome.ts'
import { cutIntoChunks } from '../storage/chunk.ts'
import type { LocalArea } from '../storage/local-area.ts'
import { createNotes } from '../storage/notes.ts'
import { createQueue } from '../storage/queue.ts'
import type { Store } from '../storage/store.ts'
import { type Answer, createHandOff } from './hand-off.ts'
import { outcomesOf, type Transport } from './transport.ts'

/** Why a flush happens. */
export type FlushReason =
  | 'start'
  | 'interval'
  | 'size'
  | 'online'
  | 'hidden'
  | 'pagehide'
  | 'retry'
  | 'manual'

/** What a lane needs of the browser. */
export interface World {
  readonly now: () => number
  readonly random: () => number
  readonly newId: () => string
  readonly setTimer: (run: () => void, ms: number) => void
  readonly store: Store
  readonly area: LocalArea
  readonly lockFor: (name: string) => Lock
  readonly transport: Transport
  readonly isOnline: () => boolean
}

export interface LaneOptions {
  readonly world: World
  readonly destination: Destination
  readonly tab: string
  readonly maxAgeMs: number
  readonly maxEvents: number
  readonly onFlush: (reason: FlushReason) => void
  readonly onOutcome: (event: TrackedEvent, outcome: Outcome) => void
  readonly onError: (error: unknown) => void
  readonly onMemory: () => void
}

/** From the first event of a quiet page to its request, and before asking again for another tab's lock. */
const INTERVAL_MS = 1_000
/** How long a request may take. */
const REQUEST_MS = 30_000

/** One destination with its own queue, pace and failures: nothing that happens here delays another. */
export const createLane = (options: LaneOptions) => {
  const { world, destination, onFlush, onOutcome, onError } = options
  const { now, setTimer, transport, isOnline } = world
  const { name, limits } = destination
  const notes = createNotes(world.area, name)
  const queue = createQueue({ ...world, ...options, notes })
  const lock = world.lockFor(`sendoff/${name}`)
  const answers: Answer[] = []
  let waiting = 0
  let quietUntil = 0
  let timer = 0
  let last: Promise<void> = Promise.resolve()

  const handOff = createHandOff({
    destination,
    queue,
    notes,
    transport,
    onAnswer(answer) {
      answers.push(answer)
      flushNow('retry')
    },
  })

  const settle = async ({ key, events, outcomes }: Answer, attempt: Attempt) => {
    await queue.settle(key, outcomes, attempt)
    for (const [index, outcome] of outcomes.entries()) if (events[index]) onOutcome(events[index], outcome)
  }

  /** One request, from choosing its events to settling them; resolves with the time to wait before the next. */
  const round = async (grantedAt: number, hopeful: boolean): Promise<number> => {
    for (const answer of answers.splice(0)) await settle(answer, 'first')
    const begun = await queue.begin(grantedAt, hopeful)
    if ('ms' in begun) {
      quietUntil = begun.failing ? now() + begun.ms : 0
      return begun.ms
    }
    if ('settled' in begun) for (const [event, outcome] of begun.settled) onOutcome(event, outcome)
    else {
      const { key, attempt, part } = begun
      const { request, events } = part
      const response = await transport.send(request, REQUEST_MS, false)
      await settle({ key, events, outcomes: outcomesOf(destination, events, response) }, attempt)
    }
    return 0
  }

  const flush = async (reason: FlushReason) => {
    if (!isOnline()) return
    onFlush(reason)
    waiting = 0
    // Something has changed since the last failure: worth a try before the back-off is over.
    let hopeful = reason === 'start' || reason === 'online' || reason === 'manual'
    let ms = 0
    try {
      while (!ms) {
        ms = await lock((grantedAt) => round(grantedAt, hopeful))
        hopeful = false
      }
    } catch (error) {
      onError(error)
      ms = INTERVAL_MS
    }
    handOff.prune()
    flushIn(waiting ? Math.min(ms, INTERVAL_MS) : ms, 'retry')
  }

  /** One flush at a time; resolves when this one has ended. */
  const flushNow = (reason: FlushReason): Promise<void> => {
    last = last.then(() => flush(reason))
    return last
  }

  /** One timer: the last word counts. */
  const flushIn = (ms: number, reason: FlushReason): void => {
    const mine = ++timer
    if (ms < Infinity) setTimer(() => mine === timer && flushNow(reason), ms)
  }

  const leave = (reason: 'hidden' | 'pagehide'): void => {
    const maySend = isOnline() && now() >= quietUntil
    if (maySend) onFlush(reason)
    handOff.leave(maySend)
  }

  return {
    name,
    census: queue.census,
    flushNow,
    leave,
    /** Takes the events of one task; resolves when they are durable. */
    async add(events: readonly FrozenEvent[], leaving: boolean): Promise<void> {
      const chunks = cutIntoChunks(queue.EVENTS, events)
      chunks.forEach(handOff.add)
      const stored = queue.push(chunks)
      // There may be no later moment.
      if (leaving) leave('pagehide')
      if (!waiting) flushIn(INTERVAL_MS, 'interval')
      const full = waiting < limits.events && waiting + events.length >= limits.events
      waiting += events.length
      await stored
      chunks.forEach(handOff.stored)
      handOff.prune()
      if (full) flushNow('size')
    },
  }
}

export type Lane = ReturnType<typeof createLane>
