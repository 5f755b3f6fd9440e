import type { Destination, Part, VendorResponse } from '../../src/core/destination.ts'
import type { TrackedEvent } from '../../src/core/event.ts'
import type { Outcome } from '../../src/core/outcome.ts'
import { queueOf } from '../../src/core/record-key.ts'
import type { LinkToWorker } from '../../src/delivery/delegate.ts'
import { createSender } from '../../src/delivery/sender.ts'
import type { FlushReason, SenderEvents, Tell } from '../../src/delivery/sender-events.ts'
import type { World } from '../../src/delivery/world.ts'
import { createMemoryStore, type Store } from '../../src/store/store.ts'
import { idsOf, NOON } from '../events.ts'
import { createFakeArea } from './area.ts'
import { createFakeDestination } from './destination.ts'
import { createFakeLock } from './lock.ts'

interface Timer {
  readonly at: number
  readonly run: () => void
}

export interface SentRequest extends Part {
  readonly atMs: number
  readonly leaving: boolean
}

interface FakeWorldOptions {
  readonly destination?: Destination
  readonly store?: Store
  /** What the vendor says to a request; nothing when no answer comes. */
  readonly answer?: (request: SentRequest) => VendorResponse | undefined
  /** The service worker, if the site has one. */
  readonly linkToWorker?: LinkToWorker
}

/** More than the longest chain of promises between two timers. */
const TURNS = 400

/** One sender in one tab of a browser whose clock, network and vendor obey. */
export const createFakeWorld = ({
  destination = createFakeDestination(),
  store = createMemoryStore(),
  answer = () => ({ status: 202, body: '' }),
  linkToWorker,
}: FakeWorldOptions = {}) => {
  const flushes: FlushReason[] = []
  const requests: SentRequest[] = []
  const outcomes: (readonly [TrackedEvent, Outcome])[] = []
  const pauses: (string | undefined)[] = []
  const refusals: SenderEvents['refused'][] = []
  const errors: SenderEvents['error'][] = []
  const timers = new Set<Timer>()
  const lock = createFakeLock(() => time)
  let time = NOON
  let online = true
  let connected = true
  let transactions = 0

  const world: World = {
    now: () => time,
    random: () => 0.5,
    newId: idsOf(0, () => time),
    setTimer: (run, ms) => void timers.add({ at: time + ms, run }),
    openStore: () => (work) => {
      transactions++
      return store(work)
    },
    area: createFakeArea(),
    lockFor: () => lock,
    async send(part, _, leaving) {
      const sent = { ...part, atMs: time - NOON, leaving }
      requests.push(sent)
      return connected ? answer(sent) : undefined
    },
    isOnline: () => online,
    ...(linkToWorker && { linkToWorker }),
  }

  const heard: { readonly [Type in keyof SenderEvents]: (detail: SenderEvents[Type]) => void } = {
    flush: ({ reason }) => flushes.push(reason),
    settled: ({ event, outcome }) => outcomes.push([event, outcome]),
    paused: ({ message }) => pauses.push(message),
    refused: (detail) => refusals.push(detail),
    error: (detail) => errors.push(detail),
  }
  const tell: Tell = (type, detail) => heard[type](detail)

  const sender = createSender(
    world,
    destination,
    {
      queue: queueOf(destination, ''),
      maxAgeDays: 7,
      maxEvents: 1_000_000,
      worker: linkToWorker ? '/sendoff-worker.js' : '',
    },
    tell,
  )

  const rest = async (): Promise<void> => {
    for (let turn = 0; turn < TURNS; turn++) await Promise.resolve()
  }

  return {
    sender,
    area: world.area,
    refusals,
    flushes,
    requests,
    outcomes,
    pauses,
    errors,
    transactions: () => transactions,
    /** What the browser says, which need not be so. */
    setOnline(next: boolean, isConnected = next): void {
      online = next
      connected = isConnected
    },
    /** Until nothing happens any more without time passing. */
    rest,
    /** Lets time pass, timer by timer. */
    async pass(ms: number): Promise<void> {
      const end = time + ms
      await rest()
      for (;;) {
        const [next] = [...timers].sort((a, b) => a.at - b.at)
        if (!next || next.at > end) break
        timers.delete(next)
        time = Math.max(time, next.at)
        next.run()
        await rest()
      }
      time = end
    },
  }
}
