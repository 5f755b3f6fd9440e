import { type Client, createClient } from '../../client.ts'
import { configOf, queuesOf } from '../../config.ts'
import type { Destination } from '../../core/destination.ts'
import { placeIn } from '../../core/record-key.ts'
import type { World } from '../../delivery/lane.ts'
import { placeOf, sharedPlaceOf } from '../../person.ts'
import { eraseDatabase } from '../../store/erase-database.ts'
import type { Store } from '../../store/store.ts'
import { type Adoptions, type Traces, vendorVisitor } from '../../vendors/adoption.ts'
import type { FullConfig } from '../full-options.ts'
import { pageTraces } from '../visitor/page-traces.ts'
import { createVendorWatch, VENDOR, type VendorWatch } from '../visitor/vendor-watch.ts'
import { createVisitor } from '../visitor/visitor.ts'
import { createVisitorCookie } from '../visitor/visitor-cookie.ts'
import { eraseAreas } from './erase-areas.ts'
import { forgetDestination } from './forget-destination.ts'
import { forgetWorkers } from './forget-workers.ts'
import { createGate, type Gate } from './gate.ts'
import { createTabMessages } from './tab-messages.ts'

/** A tracker that runs, between two erasures. */
export interface Life {
  readonly client: Client
  readonly gate: Gate
  /** The database, for as long as the life lasts. */
  readonly store: Store
  readonly vendors: VendorWatch
}

export interface LifeEvents {
  /** From now on calls can be passed on. */
  readonly onBegin: (life: Life) => void
  /** Nothing of what was tracked is there any more. */
  readonly onEnd: () => void
  /** So many events were queued when everything was erased. */
  readonly onErased: (events: number) => void
  /** Whether calls are waiting to be passed on. */
  readonly isWanted: () => boolean
}

const whenIdle = (run: () => void): void => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run)
  else setTimeout(run)
}

/** GPC: https://w3c.github.io/gpc/ */
const isRefusedByBrowser = (): boolean =>
  (navigator as { readonly globalPrivacyControl?: unknown }).globalPrivacyControl === true

/**
 * Lets a tracker live while the visitor agrees, and removes every trace of it when not. Before the visitor has agreed
 * nothing is read or written.
 */
export const createLives = (
  { bare, consent, gpc, cookieDomain }: FullConfig,
  adoptions: Adoptions,
  world: World,
  openStore: (onErased: () => void) => Store,
  { onBegin, onEnd, onErased, isWanted }: LifeEvents,
) => {
  const cookie = createVisitorCookie(cookieDomain, document)
  const refusesAlways = gpc && isRefusedByBrowser()
  let decision: 'required' | 'granted' | 'denied' = consent
  let gate: Gate | undefined
  let life: Life | undefined
  let erasing: Promise<void> | undefined
  let beginNow: () => void = () => undefined

  const end = (): void => {
    gate?.close()
    gate = life = undefined
    beginNow = () => undefined
    onEnd()
  }

  const eraseNow = (): void => {
    eraseAreas()
    cookie.remove()
  }

  const erase = (): Promise<void> => {
    end()
    eraseNow()
    const erasure = Promise.all([eraseDatabase(), forgetWorkers()]).then(([events]) => {
      // What other tabs have written before they heard of it. A page that is left may have begun anew.
      if (!gate) eraseNow()
      if (events) onErased(events)
      if (erasing !== erasure) return
      erasing = undefined
      if (isWanted()) start()
    })
    erasing = erasure
    return erasure
  }

  /** Those that the visitor has not opted out of. */
  const allowed = (traces: Traces): readonly Destination[] =>
    bare.destinations.filter(({ name, account }) => !adoptions[name]?.hasOptedOut?.(account, traces))

  const start = (): void => {
    if (gate || decision !== 'granted') return
    const traces = pageTraces()
    const destinations = allowed(traces)
    // Opted out of all there is: as if refused here.
    if (!destinations[0]) {
      decide('denied')
      return
    }
    const mine = createGate(world, openStore, end)
    gate = mine
    const store = mine.world.openStore()
    const config = configOf({ ...bare, destinations })
    const all = queuesOf(configOf(bare))
    const { whoIsIt } = createVisitor({
      ...mine.world,
      store,
      cookie,
      shared: sharedPlaceOf(config.namespace),
      people: queuesOf(config).map(placeOf),
      named: vendorVisitor(adoptions, destinations, traces).anonymousId,
      whenIdle: (run) => whenIdle(() => mine.isOpen() && run()),
    })
    bare.destinations.forEach((destination, index) => {
      if (!destinations.includes(destination)) forgetDestination(all[index] as string, mine.world.area, store)
    })
    const found = whoIsIt((area) => {
      if (!mine.isOpen()) return
      const client = createClient({ ...bare, destinations }, { ...mine.world, area })
      const vendors = createVendorWatch({
        client,
        adoptions,
        destinations,
        place: placeIn(VENDOR, config.namespace),
        area,
        traces: pageTraces,
        now: world.now,
      })
      client.track.identify = vendors.identify
      vendors.look()
      life = { gate: mine, store, client, vendors }
      onBegin(life)
    })
    if (!life) beginNow = found
  }

  const decide = (next: 'granted' | 'denied'): void => {
    if (next === 'granted' && refusesAlways) return
    const isNews = decision !== next
    decision = next
    if (next === 'denied' && isNews) erase()
    if (next === 'granted' && !erasing) start()
  }

  const tell = createTabMessages((message) => {
    if (message === 'granted') decide(message)
    else {
      // Who has told it removes what is there, once it is everybody's silence.
      if (message === 'denied') decision = message
      end()
      eraseAreas()
    }
  }, world.signal)

  const leave = (): void => {
    if (isWanted()) start()
    beginNow()
  }
  // In the capturing phase: so a client that begins now hears of it itself, later in the same event.
  const until = { capture: true, signal: world.signal } as AddEventListenerOptions
  addEventListener('pagehide', leave, until)
  addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && leave(), until)

  if (refusesAlways) decide('denied')
  else start()

  return {
    life: (): Life | undefined => life,
    isDenied: (): boolean => decision === 'denied',
    /** An event is there: begins, if that is allowed. */
    wake(): void {
      if (!erasing) start()
      life?.vendors.look()
    },
    decide(next: 'granted' | 'denied'): void {
      decide(next)
      tell(next)
    },
    erase(): Promise<void> {
      const erasure = erase()
      tell('erased')
      return erasure
    },
  }
}
