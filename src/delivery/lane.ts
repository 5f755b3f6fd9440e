import type { Lock } from '../browser/lock.ts'
import type { Attempt, Part } from '../core/destination.ts'
import type { FrozenEvent, TrackedEvent } from '../core/event.ts'
import type { Outcome } from '../core/outcome.ts'
import { cutIntoChunks } from '../storage/chunk.ts'
import type { LocalArea } from '../storage/local-area.ts'
import { createQueue, HAND_OFF_MS, LEASE_MS } from '../storage/queue.ts'
import type { QueueOptions } from '../storage/shelf.ts'
import type { Store } from '../storage/store.ts'
import { outcomesOf, type Transport } from './transport.ts'
import { createUnsent } from './unsent.ts'

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
  readonly send: Transport
  readonly isOnline: () => boolean
}

/** What a lane says of itself. */
export interface LaneEvents {
  readonly flush: { readonly reason: FlushReason }
  /** An event was delivered or dropped; `message` says why it was dropped. */
  readonly settled: {
    readonly event: TrackedEvent
    readonly outcome: Outcome
    readonly message?: string | undefined
  }
  /** The vendor refuses everything: a wrong key, a missing permission. The queue is kept. */
  readonly paused: { readonly message?: string | undefined }
  /** Something that the site's developers can mend. */
  readonly error: { readonly reason: string; readonly message: string }
}

export type Tell = <Type extends keyof LaneEvents>(type: Type, detail: LaneEvents[Type]) => void

export interface LaneOptions extends Pick<QueueOptions, 'destination' | 'tab' | 'maxAgeMs' | 'maxEvents'> {
  readonly world: World
  readonly tell: Tell
}

/** From the first event of a quiet page to its request. */
const INTERVAL_MS = 1_000
/** How long a request may take. */
const REQUEST_MS = 30_000

/** One destination with its own queue, pace and failures: nothing that happens here delays another. */
export const createLane = (options: LaneOptions) => {
  const { world, destination, tell } = options
  const { now, setTimer, isOnline, send } = world
  const { name, limits } = destination
  const queue = createQueue({
    ...world,
    ...options,
    onLoss: (reason, events) => tell('error', { reason, message: `${name}: ${events} events, ${reason}` }),
  })
  const lock = world.lockFor(`sendoff/${name}`)
  const unsent = createUnsent(destination, queue)
  /** Answers to hand-offs, to be settled in turn. */
  const answers: (() => Promise<void>)[] = []
  let inFlight = 0
  let waiting = 0
  let quietUntil = 0
  let timer = 0
  let last: Promise<void> = Promise.resolve()

  /** Sends a request (a hand-off, without `attempt`), and returns the way to settle it. */
  const request = async (key: string, part: Part, attempt?: Attempt) => {
    const { events } = part
    inFlight += events.length
    const outcomes = outcomesOf(
      destination,
      part,
      await send(part, attempt ? REQUEST_MS : HAND_OFF_MS, !attempt),
    )
    inFlight -= events.length
    return async () => {
      await queue.settle(key, outcomes, attempt)
      if (outcomes[0]?.reason === 'paused')
        tell('paused', { message: `${name} refuses the key: ${outcomes[0].detail}` })
      events.forEach((event, index) => {
        const outcome = outcomes[index]
        if (outcome && outcome.type !== 'retry') tell('settled', { event, outcome, message: outcome.detail })
      })
    }
  }

  /** One request, from choosing its events to settling them; resolves with the time to wait before the next. */
  const round = async (grantedAt: number, hopeful: boolean): Promise<number> => {
    const startedAt = now()
    await queue.adopt()
    const begun = await queue.begin(grantedAt, hopeful)
    quietUntil = 'ms' in begun && begun.failing ? now() + begun.ms : 0
    if ('ms' in begun) return begun.ms
    // Thawed after a freeze: others may have taken us for dead and sent it themselves.
    if (now() - startedAt > LEASE_MS - REQUEST_MS) return 0
    const settle = await request(begun.key, begun.part, begun.attempt)
    await settle()
    return 0
  }

  const flush = async (reason: FlushReason) => {
    // Something has changed since the last failure: worth a try before the back-off is over.
    let hopeful = reason === 'start' || reason === 'online' || reason === 'manual'
    let ms = 0
    try {
      for (const settle of answers.splice(0)) await settle()
      if (!isOnline()) return
      tell('flush', { reason })
      waiting = 0
      while (!ms) {
        ms = await lock((grantedAt) => round(grantedAt, hopeful))
        hopeful = false
      }
    } catch (error) {
      tell('error', { reason: 'storage', message: `${error}` })
      ms = INTERVAL_MS
    }
    unsent.prune()
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
    const handedOff = unsent.handOff(isOnline() && now() >= quietUntil)
    if (!handedOff) return
    tell('flush', { reason })
    request(handedOff.key, handedOff.part).then((settle) => {
      answers.push(settle)
      flushNow('retry')
    })
  }

  return {
    flushNow,
    leave,
    status: async () => ({ destination: name, inFlight, ...(await queue.census()) }),

    /** Takes the events of one task; resolves when they are durable. */
    async add(events: readonly FrozenEvent[], leaving: boolean): Promise<void> {
      const added = cutIntoChunks(queue.EVENTS, events)
      for (const chunk of added) unsent.chunks.set(chunk, false)
      const stored = queue.push(added)
      // There may be no later moment.
      if (leaving) leave('pagehide')
      await stored
      for (const chunk of added) unsent.chunks.set(chunk, true)
      unsent.prune()
      // Only now: a flush before that finds nothing.
      if (!waiting) flushIn(INTERVAL_MS, 'interval')
      const full = waiting < limits.events && waiting + events.length >= limits.events
      waiting += events.length
      if (full) flushNow('size')
    },
  }
}

export type Lane = ReturnType<typeof createLane>
