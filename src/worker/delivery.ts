import { createIds } from '../core/id.ts'
import { newOf } from '../core/record-key.ts'
import { createSender } from '../delivery/sender.ts'
import type { FlushReason } from '../delivery/sender-events.ts'
import type { World } from '../delivery/world.ts'
import { createGate } from '../full/consent/gate.ts'
import type { LocalArea } from '../store/local-area.ts'
import type { Given } from './given-destinations.ts'
import type { Granted } from './granted.ts'
import { createGrantedStore } from './granted-store.ts'
import { createNews } from './news.ts'
import { createNoteInbox } from './note-inbox.ts'
import type { NoteText, WorkerNews } from './worker-messages.ts'
import type { WorkerWorld } from './worker-world.ts'

/**
 * How long the worker waits for events that can leave in the same request, in milliseconds. Their page has waited
 * already.
 */
const GATHER_MS = 900
/**
 * The worker stays alive for the next attempt if it is due within this time, since no browser lets it live longer. A
 * later attempt is started by a page or by Background Sync.
 */
const STAY_MS = 300_000

/**
 * The largest lead that a clock of this browser may have: an event with a later date was tracked by another clock, not
 * by a page that has just been opened.
 */
const AHEAD_MS = 60_000

/** Why a delivery ends: its pages have asked for it, or it has no database. */
export type End = 'erased' | 'broken'

export interface DeliveryOptions extends Given {
  readonly browser: WorkerWorld
  readonly tellPages: (news: WorkerNews) => void
  /** Called when everything was erased, or when the worker has no database. */
  readonly onEnd: (why: End) => void
  /** Answers that an earlier delivery of this worker could not write down. */
  readonly answers: readonly NoteText[]
  /** Called with an answer that came after the database was gone: a page writes it down. */
  readonly onAnswer: (answer: NoteText) => void
}

/** Runs one queue's sender in the worker, from its first message until everything is erased. */
export const createDelivery = (options: DeliveryOptions) => {
  const { browser, queue, destination, config, tellPages, answers, onEnd, onAnswer } = options
  const { setTimer } = browser
  const newRecords = newOf(queue)
  const aheadId = createIds(
    () => browser.now() + AHEAD_MS,
    () => '0'.repeat(16),
  )
  const news = createNews(setTimer, tellPages)
  let isBroken = false
  /** The number of the timer that waits for more events; 0 where none waits. */
  let gathering = 0
  let timers = 0
  let atRest: (() => void)[] = []

  const rest = (): void => {
    for (const done of atRest) done()
    atRest = []
  }
  const end = (why: End = 'erased'): void => {
    isBroken = why === 'broken'
    gate.close()
    gathering = 0
    rest()
    onEnd(why)
  }
  const records = createGrantedStore(() => browser.openStore(() => end()), queue, browser.now)
  const inbox = createNoteInbox(records.wasRemoved, news.tellTaken)
  for (const answer of answers) inbox.receive(...answer)
  const world: World = {
    ...browser,
    openStore: () => {
      throw new Error('the gate opens it')
    },
    area: inbox.area,
    onRest(ms, why = '') {
      news.fail(why)
      if (gathering) return
      news.tellNow(ms)
      if (ms > STAY_MS) rest()
    },
  }
  const gate = createGate(
    world,
    () => records.open(),
    () => end(),
  )
  /** The sender writes into this area what the database does not take: the answer to the request that was under way. */
  const area: LocalArea = {
    ...gate.world.area,
    set: (place, text) => (isBroken ? onAnswer([place, text]) : gate.world.area.set(place, text)),
  }
  const sender = createSender({ ...gate.world, area }, destination, { ...config, queue }, (type, detail) => {
    // Each page tells its own flushes.
    if (type === 'flush') return
    // The worker can use only what is in the database. It has none any more, so the pages get no news, and each
    // delivers by itself.
    if ('reason' in detail && detail.reason === 'memory') return end('broken')
    news.tell(type, detail)
  })

  const flush = (reason: FlushReason): void => {
    gathering = 0
    sender.flushNow(reason)
  }

  /** Resolves when there is nothing to do any more. */
  const work = (reason: FlushReason): Promise<void> => {
    const done = new Promise<void>((resolve) => atRest.push(resolve))
    news.tellSoon()
    if (reason !== 'interval') flush(reason)
    else if (!gathering) {
      const mine = ++timers
      gathering = mine
      setTimer(() => mine === gathering && flush('interval'), GATHER_MS)
    }
    return done
  }

  return {
    /** Receives a page's message that there is work. */
    hear(reason: FlushReason, granted: Granted, notes: readonly NoteText[]): Promise<void> {
      records.hear(granted)
      for (const [place, text] of notes) if (place.startsWith(`sendoff/${queue}/`)) inbox.receive(place, text)
      return work(reason)
    },
    /** Delivers when no page is open: then everything may be taken. */
    drain(): Promise<void> {
      records.takeAll(newRecords + browser.newId(), newRecords + aheadId())
      return work('start')
    },
    end,
  }
}

export type Delivery = ReturnType<typeof createDelivery>
