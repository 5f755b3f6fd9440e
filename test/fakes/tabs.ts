import type { Destination } from '../../src/core/destination.ts'
import type { TrackedEvent } from '../../src/core/event.ts'
import { cutIntoChunks } from '../../src/storage/chunk.ts'
import { createNotes } from '../../src/storage/notes.ts'
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
}

/** One browser's queue for one destination, as several tabs see it. */
export const createTabs = ({
  store,
  destination = createFakeDestination(),
  maxAgeMs = 7 * 86_400_000,
  maxEvents = 100_000,
}: TabsOptions) => {
  const area = createFakeArea()
  let time = NOON
  let inMemory = 0

  const open = (tab = 'tab-1', over: Store = store) => {
    const notes = createNotes(area, destination.name)
    const queue = createQueue({
      destination,
      tab,
      store: over,
      notes,
      now: () => time,
      random: () => 0.5,
      maxAgeMs,
      maxEvents,
      onMemory: () => inMemory++,
    })
    const cut = (events: readonly TrackedEvent[]) => cutIntoChunks(queue.EVENTS, frozen(events))
    return {
      ...queue,
      cut,
      push: (events: readonly TrackedEvent[]) => queue.push(cut(events)),
      /** As the holder of the lock, who has it since now. */
      begin: (): Promise<Begun> => queue.begin(time, false),
      /** As one who has no lock. */
      beginUnlocked: (): Promise<Begun> => queue.begin(Number.NEGATIVE_INFINITY, false),
    }
  }

  return {
    area,
    open,
    now: () => time,
    pass(ms: number): void {
      time += ms
    },
    /** How many times a queue has said that it lives in memory. */
    inMemory: () => inMemory,
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
