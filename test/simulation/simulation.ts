import type { Destination } from '../../src/core/destination.ts'
import { pageWordIn } from '../../src/worker/worker-messages.ts'
import { createAttempts } from './attempts.ts'
import type { Code } from './code.ts'
import { createDatabase } from './database.ts'
import { createLedger, type Report } from './ledger.ts'
import { createLocalStorage } from './local-storage.ts'
import { createLocks } from './locks.ts'
import { createNetwork } from './network.ts'
import { createPeople } from './people.ts'
import { plainDestination } from './plain-destination.ts'
import { createRandom, type Random, seedOf } from './random.ts'
import { createScheduler, type Life } from './scheduler.ts'
import { createServiceWorkers } from './service-worker.ts'
import { createStorageEvents } from './storage-events.ts'
import type { ClockState, Setting } from './story.ts'
import { createTab, type Tab } from './tab.ts'
import type { Tally } from './tally.ts'
import { type Trace, tellChange } from './trace.ts'
import { createVendor } from './vendor.ts'
import { mixesPeople, vendorKind } from './vendor-kind.ts'

const START = Date.UTC(2026, 6, 1)
const DAY_MS = 86_400_000

/** How far a device's clock is off: without a battery it begins in 1970. */
const SKEW_MS: Readonly<Record<ClockState, number>> = { right: 0, lost: DAY_MS - START, ahead: 730 * DAY_MS }

/** Their random numbers are nobody else's: tabs have those after the tenth. */
const WORKERS_PART = 2_000
const LINKS_PART = 3_000

const ACCOUNTS = ['AbC123', 'XyZ789']

const destinationOf = (setting: Setting, code: Code, account: string): Destination => {
  const { vendor, holds, eventsPerRequest } = setting
  const plain = { ...plainDestination(vendor !== 'plain', account), mixes: mixesPeople(setting) }
  if (holds) return { ...plain, ...code.holding(({ userId }) => userId) }
  if (vendor !== 'klaviyo') return plain
  const klaviyo = code.klaviyo({ companyId: account })
  return { ...klaviyo, limits: { ...klaviyo.limits, events: eventsPerRequest } }
}

/** The parts of one simulated browser, network and vendor, wired together. */
export const createSimulation = (
  setting: Setting,
  code: Code,
  tally: Tally,
  report: Report,
  trace: Trace,
) => {
  const { seed } = setting
  const random = (part: number) => createRandom(seedOf(seed, part))
  const destinations = ACCOUNTS.slice(0, setting.accounts).map((account) =>
    destinationOf(setting, code, account),
  )
  const [destination] = destinations as [Destination]
  tally.count(vendorKind(setting))
  if (destination.mixes) tally.count('vendor: many people in a request')
  const { assumeDelivered = false } = destination
  const ledgerQueues = destinations.map((its) => code.queueOf(its, ''))
  const scheduler = createScheduler()
  const inMemory = new Set<Life>()
  /** Of each worker that runs, whether the database has refused its last transaction. */
  const workerRefused = new Map<Life, boolean>()
  let skewMs = SKEW_MS[setting.clock]
  let opened = 0
  let isLosing = false
  let changes = 0

  const now = () => START + scheduler.time() + skewMs
  const ledger = createLedger({
    queues: ledgerQueues,
    assumeDelivered,
    report,
    time: scheduler.time,
    recordAt: (key) => database.records.get(key),
    canMark: () => !notepad.isFull(),
  })
  const people = createPeople({ report, storedAt: (place) => notepad.items.get(place) })
  const attempts = createAttempts({
    destination,
    ledger,
    people,
    scheduler,
    report,
    tally,
    isExempt: (life) => inMemory.has(life),
    isUnheard: (life) => inMemory.has(life) && !!workers?.isMute(life),
    canMark: () => !notepad.isFull(),
    canNote: () => canNote(),
  })
  const vendor = createVendor({
    random: random(0),
    now: scheduler.time,
    date: () => START + scheduler.time(),
    tally,
    manner: setting.manner,
    onRecord(id) {
      const fact = ledger.facts.get(id)
      if (fact) fact.recorded++
    },
  })
  const { keepalive } = setting
  const network = createNetwork({
    keepalive,
    scheduler,
    random: random(1),
    vendor,
    attempts,
    tally,
    report,
    trace,
  })
  const database = createDatabase({
    scheduler,
    random: random(2),
    slowness: setting.slowness,
    freesRoom: setting.freesRoom,
    onCommit(life, written) {
      changes++
      if (workerRefused.has(life)) workerRefused.set(life, false)
      for (const change of written) trace(() => `${life.name}: commits ${tellChange(...change)}`)
      if (workers?.isAlone(life)) ledger.workerTook(written, notepad.items)
      ledger.committed(life, written)
    },
    onReject(life) {
      trace(() => `${life.name}: a transaction is refused`)
      tally.count('transactions refused')
      if (workerRefused.has(life)) workerRefused.set(life, true)
      attempts.giveUp(({ tab }) => tab === life)
    },
  })
  const notepad = createLocalStorage({
    scheduler,
    random: random(3),
    isRefused: !setting.hasLocalStorage,
    onChange(place, before, after) {
      changes++
      trace(() => `localStorage: ${tellChange(place, before, after)}`)
      ledger.noted({ place, before, after, isLoss: isLosing })
    },
  })
  const events = createStorageEvents({ scheduler, random: random(5), area: notepad.area })
  const locks = createLocks({ scheduler, random: random(4), now, areMissing: !setting.hasLocks, trace })

  const workerWorldFor = (life: Life, random: Random) => ({
    now,
    random: random.next,
    newId: code.createIds(now, () => random.hex(16)),
    setTimer: (run: () => void, ms: number) => scheduler.in(ms, run, life),
    openStore: () => database.storeFor(life),
    lockFor: locks.lockFor(life),
    send: network.transportFor(life),
    isOnline: network.isOnline,
    listen: () => undefined,
  })
  let workersRun = 0
  const retention = { maxAgeDays: 7, maxEvents: setting.maxEvents }
  const workers =
    setting.worker &&
    createServiceWorkers({
      setting: setting.worker,
      scheduler,
      random: random(WORKERS_PART),
      isOnline: network.isOnline,
      run(scope, life, queue) {
        workerRefused.set(life, false)
        const account = ACCOUNTS.find((_, index) => ledgerQueues[index] === queue) ?? ''
        const world = workerWorldFor(life, random(WORKERS_PART + ++workersRun))
        code.startWorker(scope, world, [
          { queue, destination: destinationOf(setting, code, account), config: retention },
        ])
      },
      onDeath: (life) => end(life),
      onPost(message) {
        const [, , , , notes = []] = pageWordIn(message) ?? []
        ledger.toldWorker(notes, notepad.items)
      },
      tally,
      report,
      trace,
    })
  /** What the page's part of the worker needs. */
  const linkFor = (life: Life, random: Random) => {
    if (!workers) return {}
    const { register, listen, onSwap } = workers.pageFor(life)
    const linkToWorker = code.createLinkToWorker({
      now,
      randomHex: () => random.hex(16),
      setTimer: (run, ms) => scheduler.in(ms, run, life),
      area: notepad.area,
      register: (_, [queue]) => register(`${queue}`),
      listen,
      onSwap,
    })
    return { linkToWorker }
  }

  const worldFor = (life: Life) => ({
    now,
    setTimer: (run: () => void, ms: number) => scheduler.in(ms, run, life),
    openStore: () => database.storeFor(life),
    area: notepad.area,
    lockFor: locks.lockFor(life),
    send: network.transportFor(life),
    isOnline: network.isOnline,
  })

  const canNote = () => setting.hasLocalStorage && !notepad.isFull()

  /**
   * The events of a tab that has only its own memory are not promised to anyone, unless they were stored or noted before.
   * What becomes of those that are on their way goes to localStorage, where there is any.
   */
  const exempt = (life: Life): void => {
    inMemory.add(life)
    for (const fact of ledger.facts.values())
      if (fact.tab === life && !fact.records && !fact.notes) fact.exempt = true
    if (!canNote()) ledger.excuse((tab) => tab === life)
    attempts.giveUp(({ tab, letter }) => {
      if (tab !== life) return false
      for (const { id } of letter.events) {
        const fact = ledger.facts.get(id)
        if (fact && !canNote()) fact.exempt = true
      }
      return true
    })
  }

  const turnClock = (ms: number): void => {
    skewMs += ms
    ledger.excuse(() => true)
    ledger.turnClock()
    attempts.turnClock()
  }

  /** A tab or a worker is gone. */
  const end = (life: Life): void => {
    life.alive = false
    workerRefused.delete(life)
    ledger.excuse((tab) => tab === life)
    attempts.giveUp(({ tab, kind }) => tab === life && kind !== 'beacon')
    network.forget(life)
    database.forget(life)
    locks.forget(life)
  }

  return {
    workers,
    scheduler,
    ledger,
    vendor,
    network,
    database,
    notepad,

    open(): Tab {
      const number = ++opened
      const life: Life = { name: `tab ${number}`, alive: true, frozen: false, held: [] }
      const ends = { ledger, tally, report, onMemory: () => exempt(life) }
      // A worker that cannot write down what it has heard tells the pages that are open; this one may send before.
      ledger.excuse((its) => workerRefused.get(its) ?? false)
      workers?.open(life)
      const link = linkFor(life, random(LINKS_PART + number))
      const { maxEvents, curses } = setting
      // What a page has learned of its vendor, no other knows.
      const destination = destinationOf(setting, code, `${ACCOUNTS[number % setting.accounts]}`)
      const visitor = setting.sharesPeople ? { people, events } : undefined
      return createTab({
        code,
        life,
        destination,
        maxEvents,
        curses,
        random: random(10 + number),
        worldFor: (its) => ({ ...worldFor(its), ...link }),
        workerPath: workers ? '/sendoff-worker.js' : '',
        visitor,
        ...ends,
      })
    },

    /** How often records or notes have changed. */
    changes: (): number => changes,

    /** For these the browser will call the worker, and nothing that takes long keeps it from delivering. */
    queuesToBeCalled: (): readonly string[] =>
      setting.holds || setting.manner.decides === 'each' || ledger.isAnyCursed()
        ? []
        : ledgerQueues.filter(
            (queue) =>
              workers?.isToBeCalled(queue) &&
              !JSON.parse(database.records.get(`${queue}/s`) ?? '{}').reason &&
              skewMs === 0,
          ),

    isAnyInMemory: (): boolean => inMemory.size > 0,

    freeze(life: Life): void {
      life.frozen = true
      ledger.excuse((tab) => tab === life)
      attempts.giveUp(({ tab, kind }) => tab === life && kind !== 'beacon')
    },

    thaw(life: Life): void {
      scheduler.thaw(life)
      database.pump()
    },

    die(life: Life): void {
      end(life)
      events.forget(life)
      workers?.close(life)
    },

    /** When all tabs are dead: the last notes are gone, and a hand-off written down nowhere else is not known. */
    kill(): void {
      workers?.die()
      database.kill()
      isLosing = true
      notepad.lose()
      isLosing = false
      people.killed()
      const written = [...notepad.items, ...database.records]
      for (const fact of ledger.withoutJournal(written)) fact.exempt = true
    },

    turnClock,
    setClock: (state: ClockState): void => turnClock(SKEW_MS[state] - skewMs),
  }
}

export type Simulation = ReturnType<typeof createSimulation>
