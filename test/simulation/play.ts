import { type Code, code as realCode } from './code.ts'
import { idsIn } from './ledger.ts'
import { goAway, leaveForGood } from './no-next-visit.ts'
import { createSimulation, type Simulation } from './simulation.ts'
import { type Action, FINE, type Setting, type Story, tell, wasAhead } from './story.ts'
import type { Tab } from './tab.ts'
import { createTally, type Tally } from './tally.ts'
import type { Trace } from './trace.ts'

/** A broken invariant, and after how many steps of the story. */
export interface Violation {
  readonly invariant: number
  readonly what: string
  readonly step: number
}

/** How long the queue may take to drain at the end: two waits of two hours after the clock was set back. */
const END_MS = 6 * 3_600_000
const END_STEPS = 50_000
const DAY_MS = 86_400_000
/** Until what was tracked by a clock two years ahead has come to pass, and then until it is too old. */
const TOO_OLD_DAYS = [3 * 365, 8]
/** Empty for so long, the queue is at rest. */
const QUIET_MS = 1_000
/** Where it holds nothing but what waits for its person. */
const HELD_MS = 600_000

/** All that tabs do in response to a delivery, in microtasks alone, happens before the next one: Node runs a tick after them. */
const drain = () => new Promise<void>((resolve) => process.nextTick(resolve))

/** Plays a story and checks the invariants after every delivery; resolves with the first that is broken. */
export const play = async (
  { setting, steps }: Story,
  code: Code = realCode,
  tally: Tally = createTally(),
  tellLine?: (line: string) => void,
): Promise<Violation | undefined> => {
  let violation: Violation | undefined
  let step = 0
  const report = (invariant: number, what: string): void => {
    violation ??= { invariant, what, step }
  }
  const trace: Trace = (line) => tellLine?.(`${scheduler.time()} ms `.padStart(14) + line())
  const simulation = createSimulation(setting, code, tally, report, trace)
  const { scheduler } = simulation
  const act = createActor(simulation, tally)

  const deliver = async (limit: number): Promise<boolean> => {
    const isDelivered = scheduler.step(limit)
    if (isDelivered) await drain()
    return isDelivered && !violation
  }

  for (const { after, ...action } of steps) {
    if ('ms' in after) for (const until = scheduler.time() + after.ms; await deliver(until); );
    else for (let left = after.steps; left > 0 && (await deliver(Infinity)); left--);
    tellLine?.(tell({ after, ...action }))
    await act(action)
    if (violation) return violation
    step++
  }
  const { quietMs, isDrained } = createLook(simulation, setting)
  const rest = async (): Promise<void> => {
    const until = scheduler.time() + END_MS
    // Empty for a moment is not yet at rest: what a tab retries is in its hands alone.
    let quietUntil = scheduler.time() + quietMs
    for (let left = END_STEPS; left > 0; left--) {
      if (!isDrained()) quietUntil = scheduler.time() + quietMs
      if (!(await deliver(isDrained() ? quietUntil : until))) break
    }
  }
  const end = async (): Promise<void> => {
    await act.end(setting)
    await rest()
  }
  /** What is held of a visitor of whom nobody says any more who it was waits until it is too old. */
  const expire = async (): Promise<void> => {
    if (!isEmpty(simulation, '/e/held/')) report(11, 'more than what is held waits')
    simulation.setClock('right')
    for (const days of TOO_OLD_DAYS) {
      // An open tab would try what nobody answers to every few minutes.
      act.closeAll()
      for (const until = scheduler.time() + days * DAY_MS; await deliver(until); );
      await end()
    }
  }
  const isAhead = wasAhead({ setting, steps })
  if (setting.worker && (isAhead || !setting.worker.returns))
    await leaveForGood(simulation, act.leaveAll, deliver, tally, report)
  if (violation) return violation
  await end()
  // What was tracked by a clock ahead, by a page that is gone, the worker takes when no page is open.
  if (!violation && isAhead && !isEmpty(simulation)) {
    await goAway(simulation, act.leaveAll, deliver)
    await end()
  }
  // What a tab has stored before it was left with its memory alone waits for the next. What is held waits for the
  // next event of the person.
  if (!violation && (simulation.isAnyInMemory() || (setting.holds && !isEmpty(simulation)))) await end()
  if (!violation && setting.holds && setting.sharesPeople && !isEmpty(simulation)) await expire()
  if (!violation) checkEnd(simulation, report)
  return violation
}

/** What nobody ever answers to may wait for its turn: it keeps nobody waiting. */
const isWaiting = ({ ledger, database }: Simulation, key: string): boolean =>
  !ledger.isAnyCursed() || idsIn(database.records.get(key)).some((id) => !ledger.facts.get(id)?.isCursed)

/** @param but a part of the keys of records that may wait. */
const isEmpty = (simulation: Simulation, but = '//'): boolean => {
  for (const place of simulation.notepad.items.keys()) if (place.split('/').length > 2) return false
  for (const key of simulation.database.records.keys())
    if (key.includes('/e/') && !key.includes(but) && isWaiting(simulation, key)) return false
  return true
}

/** Looks whether the queue is empty only when something has changed: most deliveries change nothing. */
const createLook = (simulation: Simulation, { worker, holds }: Setting) => {
  // A page with a worker looks in again and again, whatever it is that waits.
  const [quietMs, but] = worker && holds ? [HELD_MS, '/e/held/'] : [QUIET_MS]
  let lookedAt = -1
  let wasEmpty = false
  return {
    quietMs,
    isDrained(): boolean {
      if (lookedAt !== simulation.changes()) wasEmpty = isEmpty(simulation, but)
      lookedAt = simulation.changes()
      return wasEmpty
    },
  }
}

const checkEnd = (simulation: Simulation, report: (invariant: number, what: string) => void): void => {
  // What a worker evicts it tells all pages.
  if (!simulation.workers) simulation.ledger.checkTold()
  if (!isEmpty(simulation)) report(11, 'the queue does not drain')
  for (const {
    id,
    exempt,
    stored,
    settled,
    isPoison,
    isCursed,
    recorded,
  } of simulation.ledger.facts.values())
    if (stored && !exempt) {
      if (!settled && !isCursed) report(2, `${id} has come to no end`)
      if (isPoison ? recorded : settled === 'delivered' && !recorded) report(8, `${id} was ${settled}`)
    }
}

/** Does what the story says. Tabs have places: an action for an empty place is none. */
const createActor = (simulation: Simulation, tally: Tally) => {
  const places: (Tab | undefined)[] = []
  const cached = new Set<Tab>()
  const { network, vendor, database, notepad, workers } = simulation

  const open = async (place: number) => {
    const tab = simulation.open()
    places[place] = tab
    tab.flush('start')
    await drain()
    return tab
  }
  const die = (place: number) => {
    const tab = places[place]
    places[place] = undefined
    if (tab) simulation.die(tab.life)
  }
  const close = async (place: number, tab: Tab, events: number) => {
    workers?.leave(tab.life)
    tab.leave(events)
    await drain()
    die(place)
  }
  const freeze = ({ life }: Tab) => {
    if (!database.isWorking(life)) simulation.freeze(life)
  }
  const awake = () => places.filter((tab): tab is Tab => !!tab && !tab.life.frozen)

  const inTab = async (action: Action & { readonly tab: number }, tab: Tab): Promise<void> => {
    switch (action.type) {
      case 'track':
        tab.track(action.events, action.poison)
        break
      case 'close':
        await close(action.tab, tab, action.events)
        break
      case 'cache':
        workers?.leave(tab.life)
        tab.leave(0)
        await drain()
        freeze(tab)
        if (!tab.life.frozen) break
        cached.add(tab)
        workers?.cache(tab.life)
        break
      case 'freeze':
        freeze(tab)
        break
      case 'login':
        tab.login(action.person, action.email)
        break
      case 'crowd':
        tab.crowd(action.people)
        break
      case 'flush':
        tab.flush('manual')
        break
      case 'hide':
      case 'identify':
      case 'logout':
      case 'order':
        tab[action.type]()
        break
    }
  }

  const inBrowser = async (action: Action): Promise<void> => {
    switch (action.type) {
      case 'kill':
        for (const place of places.keys()) die(place)
        simulation.kill()
        break
      case 'reap':
        workers?.reap()
        break
      case 'offline':
        network.turn(false)
        break
      case 'online':
        network.turn(true)
        for (const tab of awake()) tab.flush('online')
        break
      case 'clock':
        simulation.turnClock(action.ms)
        break
      case 'correct':
        simulation.setClock(action.clock)
        break
      case 'weather':
        network.become(action.weather)
        break
      case 'vendor':
        vendor.become(action.mood)
        break
      case 'disk':
        database.become(action.state)
        break
      case 'notepad':
        notepad.become(action.state)
        break
    }
  }

  const thaw = (tab: Tab): void => {
    if (!tab.life.frozen) return
    if (cached.has(tab)) workers?.show(tab.life)
    simulation.thaw(tab.life)
    if (cached.delete(tab)) tab.show()
  }

  const act = async (action: Action): Promise<void> => {
    const tab = 'tab' in action ? places[action.tab] : undefined
    if ('tab' in action && !tab !== (action.type === 'open')) return
    tally.count(`action ${action.type}`)
    if (action.type === 'open') await open(action.tab)
    else if (!tab || !('tab' in action)) await inBrowser(action)
    else if (action.type === 'crash') {
      die(action.tab)
      workers?.crash()
    } else if (action.type === 'thaw') thaw(tab)
    else if (!tab.life.frozen) await inTab(action, tab)
    await drain()
  }

  /** Everything is well, and everybody leaves. */
  act.leaveAll = async (): Promise<void> => {
    for (const action of FINE) await act(action)
    for (const [place, tab] of places.entries())
      if (tab?.life.frozen) die(place)
      else if (tab) await close(place, tab, 0)
  }

  act.closeAll = (): void => {
    for (const place of places.keys()) die(place)
  }

  /** Everything is well again, and one more tab of each account is opened. */
  act.end = async ({ end, holds, accounts }: Setting): Promise<void> => {
    for (const action of FINE) await act(action)
    if (end === 'crash') act.closeAll()
    for (let left = accounts; left > 0; left--) {
      const last = await open(places.length)
      if (holds) last.identify()
      await drain()
    }
  }
  return act
}
