import { snippet } from '../../demo/snippet.ts'
import type { Identity } from '../../src/core/event.ts'
import type { FullStatus } from '../../src/full/index.ts'
import type { Tab } from '../../testing/browsers/engine.ts'
import { attributesFor, test as base, pageWith } from './scene.ts'

/** The scene of the full script: its tag with these attributes at `/`, `/next` and `/other`. */
export const test = base.extend<{
  /** What the tag says beside the key and the endpoint. */
  readonly attributes: Readonly<Record<string, string>>
  /** What stands before the tag. */
  readonly head: string
  /** What stands behind it. */
  readonly tail: string
}>({
  attributes: [{}, { option: true }],
  head: ['', { option: true }],
  tail: ['', { option: true }],
  site: async ({ site, vendor, attributes, head, tail }, use) => {
    const tag = { 'data-destination': 'klaviyo', ...attributesFor(vendor), ...attributes }
    const shop = pageWith(head + snippet(tag, '/dist/sendoff.full.js') + tail)
    for (const path of ['/', '/next']) site.setPage(path, shop)
    await use(site)
  },
})

interface Stored {
  readonly cookies: readonly string[]
  readonly local: readonly string[]
  readonly session: readonly string[]
  readonly databases: readonly string[]
  readonly caches: readonly string[]
}

/** Everything that a page of this origin can keep, by name. */
export const storedIn = (page: Tab): Promise<Stored> =>
  page.evaluate(async () => ({
    cookies: document.cookie.split('; ').filter(Boolean),
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => `${name}`),
    // Insecure contexts have none.
    caches: 'caches' in window ? await caches.keys() : [],
  }))

export const NOTHING: Stored = { cookies: [], local: [], session: [], databases: [], caches: [] }

const call = <Result>(page: Tab, method: string, argument?: unknown): Promise<Result> =>
  page.evaluate(({ method, argument }) => Reflect.get(window.track, method)(argument), { method, argument })

export const decide = (page: Tab, decision: 'granted' | 'denied'): Promise<void> =>
  call(page, 'consent', decision)

/** Erases, and says what is stored when that is done. */
export const erase = async (page: Tab) => {
  await call(page, 'erase')
  return storedIn(page)
}

export const fullStatusOf = (page: Tab): Promise<FullStatus> => call(page, 'status')

/** Events that wait, over all tabs. */
export const queuedIn = async (page: Tab): Promise<number | undefined> =>
  (await fullStatusOf(page)).queues[0]?.queued

/** Who the visitor is to the account, as localStorage says. */
export const identityIn = (page: Tab): Promise<Partial<Identity>> =>
  page.evaluate(() => {
    const place = Object.keys(localStorage).find((key) => key.startsWith('sendoff-identity/'))
    return JSON.parse((place && localStorage.getItem(place)) ?? '{}')
  })
