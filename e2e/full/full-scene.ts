import { snippet } from '../../demo/snippet.ts'
import type { Tab } from '../engines/engine.ts'
import { attributesFor, test as base, pageWith } from '../scene.ts'

/** The scene of the full script: its tag with these attributes at `/`, `/next` and `/other`. */
export const test = base.extend<{
  /** What the tag says beside the key and the endpoint. */
  readonly attributes: Readonly<Record<string, string>>
  /** What stands before the tag. */
  readonly head: string
}>({
  attributes: [{}, { option: true }],
  head: ['', { option: true }],
  site: async ({ site, vendor, attributes, head }, use) => {
    const tag = { 'data-destination': 'klaviyo', ...attributesFor(vendor), ...attributes }
    const shop = pageWith(head + snippet(tag, '/dist/sendoff.full.js'))
    for (const path of ['/', '/next']) site.setPage(path, shop)
    await use(site)
  },
})

/** Everything that a page of this origin can keep, by name. */
export const storedIn = (page: Tab): Promise<Readonly<Record<string, readonly string[]>>> =>
  page.evaluate(async () => ({
    cookies: document.cookie.split('; ').filter(Boolean),
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => `${name}`),
    // Insecure contexts have none.
    caches: 'caches' in window ? await caches.keys() : [],
  }))

export const NOTHING = { cookies: [], local: [], session: [], databases: [], caches: [] }
