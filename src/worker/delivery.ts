import type { Destination } from '../core/destination.ts'
import { createIds } from '../core/id.ts'
import { newOf } from '../core/record-key.ts'
import { createLane, type World } from '../delivery/lane.ts'
import type { FlushReason, Tell } from '../delivery/lane-events.ts'
import { createGate } from '../full/consent/gate.ts'
import type { Retention } from '../queue/queue-options.ts'
import type { Granted } from './granted.ts'
import { createGrantedStore } from './granted-store.ts'
import { createNoteInbox } from './note-inbox.ts'
import type { NoteText, WorkerNews } from './worker-messages.ts'
import type { WorkerWorld } from './worker-world.ts'

/** Events that come a little later leave in the same request. Their page has waited already. */
const GATHER_MS = 900
/** The worker stays for what is due sooner: no browser lets it live longer. Later, a page or Background Sync wakes it. */
const STAY_MS = 300_000

/** What is dated later than that was tracked by another clock, not by a page that has just been opened. */
const AHEAD_MS = 60_000

/** Why a delivery ends: its pages have asked for it, or it has no database. */
export type End = 'erased' | 'broken'

/**
 * One queue's lane in the worker, from its first message until everything is erased.
 * @param onEnd told when somebody has erased everything, or when the worker has no database.
 */
export const createDelivery = (
  browser: WorkerWorld,
  destination: Destination,
  queue: string,
  retention: Retention,
  tellPages: (news: WorkerNews) => void,
  onEnd: (why: End) => void,
) => {
  const newRecords = newOf(queue)
  const { setTimer } = browser
  const aheadId = createIds(
    () => browser.now() + AHEAD_MS,
    () => '0'.repeat(16),
  )
  let news: Parameters<Tell>[] = []
  let places: string[] = []
  let isTelling = false
  /** Why the last request failed, as far as the lane has said. */
  let failing = ''
  /** Which timer waits for more events; 0 where none does. */
  let gathering = 0
  let timers = 0
  let atRest: (() => void)[] = []

  const rest = (): void => {
    for (const done of atRest) done()
    atRest = []
  }
  const tellNow = (ms: number): void => {
    isTelling = false
    tellPages([ms, failing, news, places])
    news = []
    places = []
  }
  /** One message for all that happens at once. */
  const tellSoon = (): void => {
    if (!isTelling) setTimer(() => isTelling && tellNow(0), 0)
    isTelling = true
  }

  const end = (why: End = 'erased'): void => {
    gate.close()
    gathering = 0
    rest()
    onEnd(why)
  }
  const inbox = createNoteInbox(
    (key) => records.wasRemoved(key),
    (place) => {
      places.push(place)
      tellSoon()
    },
  )
  const world: World = {
    ...browser,
    openStore: () => {
      throw new Error('the gate opens it')
    },
    area: inbox.area,
    onRest(ms, why = '') {
      failing = why
      if (gathering) return
      tellNow(ms)
      if (ms > STAY_MS) rest()
    },
  }
  const records = createGrantedStore(() => browser.openStore(() => end()), queue, browser.now)
  const gate = createGate(
    world,
    () => records.open(),
    () => end(),
  )
  const lane = createLane(gate.world, destination, queue, retention, (type, detail) => {
    // Each page tells its own.
    if (type === 'flush') return
    // Here nothing is of use that is not in the database. No page has an answer any more: each delivers by itself.
    if ('reason' in detail && detail.reason === 'memory') return end('broken')
    news.push([type, detail])
    tellSoon()
  })

  const flush = (reason: FlushReason): void => {
    gathering = 0
    lane.flushNow(reason)
  }

  /** Resolves when there is nothing to do any more. */
  const work = (reason: FlushReason): Promise<void> => {
    const done = new Promise<void>((resolve) => atRest.push(resolve))
    tellSoon()
    if (reason !== 'interval') flush(reason)
    else if (!gathering) {
      const mine = ++timers
      gathering = mine
      setTimer(() => mine === gathering && flush('interval'), GATHER_MS)
    }
    return done
  }

  return {
    /** A page says that there is work. */
    hear(reason: FlushReason, granted: Granted, notes: readonly NoteText[]): Promise<void> {
      records.hear(granted)
      for (const [place, text] of notes) if (place.startsWith(`sendoff/${queue}/`)) inbox.receive(place, text)
      return work(reason)
    },
    /** No page is there: everything may be taken. */
    drain(): Promise<void> {
      records.takeAll(newRecords + browser.newId(), newRecords + aheadId())
      return work('start')
    },
    end,
  }
}

export type Delivery = ReturnType<typeof createDelivery>
