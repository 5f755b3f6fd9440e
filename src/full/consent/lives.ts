import type { Destination } from '../../core/destination.ts'
import type { World } from '../../delivery/world.ts'
import { openYieldingDatabase } from '../../store/yielding-database.ts'
import type { Adoptions, Traces } from '../../vendors/adoption.ts'
import type { FullConfig } from '../full-options.ts'
import { pageTraces } from '../visitor/page-traces.ts'
import { createVisitorCookie } from '../visitor/visitor-cookie.ts'
import { eraseAreas } from './erase-areas.ts'
import { createErasure } from './erasure.ts'
import { createGate, type Gate } from './gate.ts'
import type { Life, Lives, LivesParts } from './life.ts'
import { createTabMessages } from './tab-messages.ts'
import { whenLeft } from './when-left.ts'

/** Tells whether the browser sends Global Privacy Control: https://w3c.github.io/gpc/ */
const isRefusedByBrowser = (): boolean =>
  (navigator as { readonly globalPrivacyControl?: unknown }).globalPrivacyControl === true

/** Returns the destinations that the visitor has not opted out of. */
const allowedOf = (
  destinations: readonly Destination[],
  adoptions: Adoptions,
  traces: Traces,
): readonly Destination[] =>
  destinations.filter(({ name, account }) => !adoptions[name]?.hasOptedOut?.(account, traces))

/**
 * Runs a tracker while the visitor agrees, and removes every trace of it when the visitor does not. Nothing is read or
 * written before the visitor has agreed.
 */
export const createLives = (
  { bare, consent, gpc, cookieDomain }: FullConfig,
  adoptions: Adoptions,
  world: World,
  { begin, onBegin, onEnd, onErased, isWanted }: LivesParts,
): Lives => {
  const cookie = createVisitorCookie(cookieDomain, document)
  const refusesAlways = gpc && isRefusedByBrowser()
  let decision: 'required' | 'granted' | 'denied' = consent
  let gate: Gate | undefined
  let life: Life | undefined
  let beginNow: () => void = () => undefined

  const end = (): void => {
    gate?.close()
    gate = life = undefined
    beginNow = () => undefined
    onEnd()
  }

  const erasure = createErasure(cookie, {
    isAnew: () => !!gate,
    onErased,
    onDone() {
      if (isWanted()) start()
    },
  })

  const erase = (): Promise<void> => {
    end()
    return erasure.erase()
  }

  const start = (): void => {
    if (gate || decision !== 'granted') return
    const destinations = allowedOf(bare.destinations, adoptions, pageTraces())
    // The visitor has opted out of all vendors, which counts as a refusal on this page.
    if (!destinations[0]) {
      decide('denied')
      return
    }
    gate = createGate(world, openYieldingDatabase, end)
    const found = begin(destinations, gate, cookie, (begun) => {
      life = begun
      onBegin(begun)
    })
    if (!life) beginNow = found
  }

  const decide = (next: 'granted' | 'denied'): void => {
    if (next === 'granted' && refusesAlways) return
    const isNews = decision !== next
    decision = next
    if (next === 'denied' && isNews) erase()
    if (next === 'granted' && !erasure.isGoingOn()) start()
  }

  const tell = createTabMessages((message) => {
    if (message === 'granted') decide(message)
    else {
      // The tab that sends `denied` removes what is stored, once every tab is silent.
      if (message === 'denied') decision = message
      end()
      eraseAreas()
    }
  }, world.signal)

  const leave = (): void => {
    if (isWanted()) start()
    beginNow()
  }
  whenLeft(leave, world.signal)

  if (refusesAlways) decide('denied')
  else start()

  return {
    life: () => life,
    isDenied: () => decision === 'denied',
    wake() {
      if (!erasure.isGoingOn()) start()
      life?.look()
    },
    decide(next) {
      decide(next)
      tell(next)
    },
    erase() {
      const erased = erase()
      tell('erased')
      return erased
    },
  }
}
