import type { Destination } from '../../src/core/destination.ts'
import type { TrackedEvent } from '../../src/core/event.ts'
import type { Outcome } from '../../src/core/outcome.ts'
import { newOf, queueOf } from '../../src/core/record-key.ts'
import type { Attempt, Begun } from '../../src/queue/attempt.ts'
import { cutIntoChunks } from '../../src/queue/chunk.ts'
import { createQueue } from '../../src/queue/queue.ts'
import type { LocalArea } from '../../src/store/local-area.ts'
import { createMemoryStore, type Store } from '../../src/store/store.ts'
import { frozen, idsOf, NOON } from '../events.ts'
import { createFakeArea } from './area.ts'
import { createFakeDestination } from './destination.ts'

interface TabsOptions {
  readonly store?: Store
  readonly destination?: Destination
  readonly maxAgeDays?: number
  readonly maxEvents?: number
  readonly area?: LocalArea
  readonly random?: () => number
}

/** One browser's queue for one destination, as several tabs see it. */
export const createTabs = ({
  store = createMemoryStore(),
  destination = createFakeDestination(),
  maxAgeDays = 7,
  maxEvents = 100_000,
  area = createFakeArea(),
  random = () => 0.5,
}: TabsOptions = {}) => {
  const name = queueOf(destination, '')
  let time = NOON
  const losses: [reason: string, events: number][] = []

  const newId = idsOf(0, () => time)

  /** One tab's queue, over the browser's store, or another one. */
  const open = (over: Store = store) => {
    const queue = createQueue(
      { newId, now: () => time, random, openStore: () => over, area, setTimer: () => undefined },
      destination,
      { queue: name, maxAgeDays, maxEvents },
      (reason, events) => losses.push([reason, events]),
    )
    /** As the sender does it. */
    const cut = (events: readonly TrackedEvent[]) =>
      cutIntoChunks(newOf(name), frozen(events), destination.limits.events).map((chunk) => ({
        ...chunk,
        held: destination.heldKeyOf?.(chunk),
      }))
    return {
      ...queue,
      settle: ({ events, keys, lease }: Attempt, outcomes: readonly Outcome[]) =>
        queue.settle({ events, keys, lease, outcomes }),
      cut,
      /** As the sender does it: what is written is durable. */
      pushChunks: queue.push,
      push: (events: readonly TrackedEvent[]) => queue.push(cut(events)),
      /** As the holder of the lock, who has it since now. */
      begin: () => queue.begin(time, 'time'),
      /** As one who has no lock. */
      beginUnlocked: () => queue.begin(0, 'time'),
    }
  }

  return {
    area,
    open,
    now: () => time,
    pass(ms: number): void {
      time += ms
    },
    /** What the queues have said of events that left without an answer, and of living in memory. */
    losses,
  }
}

export type Tab = ReturnType<ReturnType<typeof createTabs>['open']>

/** What was begun, and whether it was attempted before; fails where there is nothing to send. */
export const sending = (begun: Begun | undefined): Attempt & { readonly isResend: boolean } => {
  if (!begun || 'ms' in begun) throw new Error(`nothing to send: ${JSON.stringify(begun)}`)
  return { ...begun, isResend: begun.keys.every((key) => key.includes('/again/')) }
}

/** Sends all that may be sent now, to a vendor that takes everything; returns what it took. */
export const deliverAll = async (tab: Tab): Promise<TrackedEvent[]> => {
  const taken: TrackedEvent[] = []
  for (let rounds = 0; rounds < 500; rounds++) {
    const begun = await tab.begin()
    if (!('ms' in begun)) {
      const { events } = begun
      await tab.settle(
        begun,
        events.map(() => ({ type: 'delivered' })),
      )
      taken.push(...events)
    } else if (begun.ms > 0) return taken
  }
  throw new Error('the queue does not come to an end')
}
