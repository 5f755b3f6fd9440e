import type { Destination } from '../../src/core/destination.ts'
import type { TrackedEvent } from '../../src/core/event.ts'
import { cutIntoChunks } from '../../src/storage/chunk.ts'
import type { LocalArea } from '../../src/storage/local-area.ts'
import { type Begun, createQueue } from '../../src/storage/queue.ts'
import type { Store } from '../../src/storage/store.ts'
import { frozen, NOON } from '../events.ts'
import { createFakeArea } from './area.ts'
import { createFakeDestination } from './destination.ts'

interface TabsOptions {
  readonly store: Store
  readonly destination?: Destination
  readonly maxAgeMs?: number
  readonly maxEvents?: number
  readonly area?: LocalArea
}

/** One browser's queue for one destination, as several tabs see it. */
export const createTabs = ({
  store,
  destination = createFakeDestination(),
  maxAgeMs = 7 * 86_400_000,
  maxEvents = 100_000,
  area = createFakeArea(),
}: TabsOptions) => {
  let time = NOON
  const losses: [reason: string, events: number][] = []

  const open = (tab = 'tab-1', over: Store = store) => {
    const queue = createQueue({
      destination,
      tab,
      store: over,
      area,
      now: () => time,
      random: () => 0.5,
      maxAgeMs,
      maxEvents,
      onLoss: (reason, events) => losses.push([reason, events]),
    })
    /** As the lane does it: first the notes, then the look. */
    const begin = async (grantedAt: number): Promise<Begun> => {
      await queue.adopt()
      return queue.begin(grantedAt, false)
    }
    const cut = (events: readonly TrackedEvent[]) => cutIntoChunks(queue.EVENTS, frozen(events))
    return {
      ...queue,
      cut,
      push: (events: readonly TrackedEvent[]) => queue.push(cut(events)),
      /** As the holder of the lock, who has it since now. */
      begin: () => begin(time),
      /** As one who has no lock. */
      beginUnlocked: () => begin(0),
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

/** What was begun; fails where there is nothing to send. */
export const sending = (begun: Begun) => {
  if (!('part' in begun)) throw new Error(`nothing to send: ${JSON.stringify(begun)}`)
  return begun
}

/** Sends all that may be sent now, to a vendor that takes everything; returns what it took. */
export const deliverAll = async (tab: Tab): Promise<TrackedEvent[]> => {
  const taken: TrackedEvent[] = []
  for (let rounds = 0; rounds < 500; rounds++) {
    const begun = await tab.begin()
    if ('part' in begun) {
      const { events } = begun.part
      await tab.settle(
        begun.key,
        events.map(() => ({ type: 'delivered' })),
        begun.attempt,
      )
      taken.push(...events)
    } else if ('ms' in begun && begun.ms > 0) return taken
  }
  throw new Error('the queue does not come to an end')
}
