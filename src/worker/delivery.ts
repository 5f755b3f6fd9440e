import { createLock } from '../browser/lock.ts'
import { randomHex } from '../browser/random.ts'
import type { Destination } from '../core/destination.ts'
import { createIds } from '../core/id.ts'
import { newOf } from '../core/record-key.ts'
import { sendWithFetch } from '../delivery/fetch.ts'
import { createLane, type World } from '../delivery/lane.ts'
import type { FlushReason, Tell } from '../delivery/lane-events.ts'
import { createGate } from '../full/gate.ts'
import type { Retention } from '../storage/queue-options.ts'
import { openYieldingDatabase } from '../storage/yielding-database.ts'
import { createGrantedStore } from './granted-store.ts'
import { createNoteInbox } from './note-inbox.ts'
import type { NoteText, WorkerNews } from './worker-messages.ts'

/** Events that come a little later leave in the same request. Their page has waited already. */
const GATHER_MS = 900
/** The worker stays for what is due sooner than this; later, an open page or Background Sync wakes it. */
const STAY_MS = 60_000

/**
 * One queue's lane in the worker, from its first message until everything is erased.
 * @param onEnd told when somebody erases the database.
 */
export const createDelivery = (
  destination: Destination,
  queue: string,
  retention: Retention,
  tellPages: (news: WorkerNews) => void,
  onEnd: () => void,
) => {
  const newRecords = newOf(queue)
  const newId = createIds(() => Date.now(), randomHex)
  let news: Parameters<Tell>[] = []
  let places: string[] = []
  let isTelling = false
  let gathering: ReturnType<typeof setTimeout> | undefined
  let atRest: (() => void)[] = []

  const rest = (): void => {
    for (const done of atRest) done()
    atRest = []
  }
  /** One message for all that happens at once. */
  const tellSoon = (): void => {
    if (isTelling) return
    isTelling = true
    setTimeout(() => tellNow(0, ''))
  }
  const tellNow = (ms: number, failing: string): void => {
    isTelling = false
    tellPages([ms, failing, news, places])
    news = []
    places = []
  }

  const end = (): void => {
    gate.close()
    clearTimeout(gathering)
    rest()
    onEnd()
  }
  const inbox = createNoteInbox(
    (key) => records.wasRemoved(key),
    (place) => {
      places.push(place)
      tellSoon()
    },
  )
  const world: World = {
    now: () => Date.now(),
    random: () => Math.random(),
    newId,
    setTimer: (run, ms) => setTimeout(run, ms),
    openStore: () => {
      throw new Error('the gate opens it')
    },
    area: inbox.area,
    lockFor: createLock,
    send: sendWithFetch,
    isOnline: () => navigator.onLine,
    onRest(ms, failing = '') {
      if (gathering) return
      tellNow(ms, failing)
      if (ms > STAY_MS) rest()
    },
  }
  const records = createGrantedStore(() => openYieldingDatabase(end), newRecords)
  const gate = createGate(world, () => records.open(), end)
  const lane = createLane(gate.world, destination, queue, retention, (type, detail) => {
    // Each page tells its own.
    if (type === 'flush') return
    news.push([type, detail])
    tellSoon()
  })

  const flush = (reason: FlushReason): void => {
    gathering = undefined
    lane.flushNow(reason)
  }

  return {
    /**
     * A page says that there is work. Resolves when there is none.
     * @param granted the highest new record that may be taken.
     */
    hear(reason: FlushReason, granted: unknown, notes: readonly NoteText[]): Promise<void> {
      records.grant(granted)
      for (const [place, text] of notes) if (place.startsWith(`sendoff/${queue}/`)) inbox.receive(place, text)
      const done = new Promise<void>((resolve) => atRest.push(resolve))
      tellSoon()
      if (reason !== 'interval') flush(reason)
      else gathering ??= setTimeout(() => flush('interval'), GATHER_MS)
      return done
    },

    /** No page is there: everything may be taken. */
    drain(): Promise<void> {
      return this.hear('start', newRecords + newId(), [])
    },

    end,
  }
}

export type Delivery = ReturnType<typeof createDelivery>
