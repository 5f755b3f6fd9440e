import type { Identity } from '../../src/core/event.ts'
import type { Tab } from '../../testing/browsers/engine.ts'

interface Stored {
  readonly cookies: readonly string[]
  readonly local: readonly string[]
  readonly session: readonly string[]
  readonly databases: readonly string[]
  readonly caches: readonly string[]
}

/** Returns everything that a page of this origin can keep, by name. */
export const storedIn = (page: Tab): Promise<Stored> =>
  page.evaluate(async () => ({
    cookies: document.cookie.split('; ').filter(Boolean),
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => `${name}`),
    // Insecure contexts have no caches.
    caches: 'caches' in window ? await caches.keys() : [],
  }))

export const NOTHING: Stored = { cookies: [], local: [], session: [], databases: [], caches: [] }

/** Returns who the visitor is to the account, according to localStorage. */
export const identityIn = (page: Tab): Promise<Partial<Identity>> =>
  page.evaluate(() => {
    const place = Object.keys(localStorage).find((key) => key.startsWith('sendoff-identity/'))
    return JSON.parse((place && localStorage.getItem(place)) ?? '{}')
  })
