import type { Destination } from '../../core/destination.ts'
import type { World } from '../../delivery/world.ts'
import { eraseDatabase } from '../../store/erase-database.ts'
import type { Store } from '../../store/store.ts'
import type { Adoptions, Traces } from '../../vendors/adoption.ts'
import type { FullConfig } from '../full-options.ts'
import { pageTraces } from '../visitor/page-traces.ts'
import { createVisitorCookie } from '../visitor/visitor-cookie.ts'
import { beginLife } from './begin-life.ts'
import { eraseAreas } from './erase-areas.ts'
import { forgetWorkers } from './forget-workers.ts'
import { createGate, type Gate } from './gate.ts'
import type { Life, LifeEvents } from './life.ts'
import { createTabMessages } from './tab-messages.ts'

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
    const destinations = allowed(pageTraces())
    // Opted out of all there is: as if refused here.
    if (!destinations[0]) {
      decide('denied')
      return
    }
    gate = createGate(world, openStore, end)
    const found = beginLife({
      ...{ options: bare, destinations, adoptions, gate, cookie },
      onBegin(begun) {
        life = begun
        onBegin(begun)
      },
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

export type Lives = ReturnType<typeof createLives>
