import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { snippet } from '../../demo/snippet.ts'
import type { Tab } from '../../testing/browsers/engine.ts'
import { FULL, test } from '../support/fixtures.ts'
import { attributesFor, pageWith } from '../support/shop-html.ts'
import { trackAll, visit } from '../support/shop-page.ts'
import { storedIn } from '../support/stored.ts'
import { expectRecorded } from '../support/verdict.ts'
import { expectWorker, WORKER } from '../support/worker-page.ts'

test.use(FULL)

interface Row {
  readonly name: string
  readonly where: string
  /** Whether the entry is removed before a test could see it. */
  readonly isInstant: boolean
}

const rows: readonly Row[] = readFileSync(new URL('../../PRIVACY.md', import.meta.url), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, name, where, howLong] = /^\| `([^`]+)` +\| (\w+) +\| ([^|]+)\|/.exec(line) ?? []
    return name && where && howLong ? [{ name, where, isInstant: howLong.startsWith('an instant') }] : []
  })

const patternOf = (name: string): RegExp =>
  new RegExp(`^${name.replaceAll('<queue>', '[a-z]+:[^/ ]+').replaceAll('<id>', '[^ ]{36,}')}$`)

/** Returns the keys in sendoff's database, if there is one. */
const recordsIn = (page: Tab): Promise<readonly string[]> =>
  page.evaluate(async () => {
    if (!(await indexedDB.databases()).some(({ name }) => name === 'sendoff')) return []
    const answerOf = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve) => {
        request.onsuccess = () => resolve(request.result)
      })
    const db = await answerOf(indexedDB.open('sendoff'))
    const keys = await answerOf(db.transaction('sendoff').objectStore('sendoff').getAllKeys())
    db.close()
    return keys.map((key) => `${key}`)
  })

test.describe('after a full run', () => {
  test.use({
    attributes: { 'data-cookie-domain': 'auto', 'data-pageviews': '' },
    rules: { refuse: ({ properties }) => (properties.label === 'bad' ? 'No.' : undefined) },
  })

  test('a browser holds what PRIVACY.md says, all of it and nothing else', async ({
    klaviyo,
    vendor,
    site,
    profile,
  }) => {
    const seen = new Set<string>()
    const tag = { 'data-destination': 'klaviyo', ...attributesFor(vendor) }
    const lookAtAreas = async (page: Tab) => {
      const { cookies, local, session, databases, caches } = await storedIn(page)
      for (const cookie of cookies) seen.add(`cookie ${cookie.split('=')[0]}`)
      for (const name of local) seen.add(`localStorage ${name}`)
      expect([session, caches]).toEqual([[], []])
      for (const name of databases) expect(name).toBe('sendoff')
    }
    const look = async (page: Tab) => {
      await lookAtAreas(page)
      for (const key of await recordsIn(page)) seen.add(`IndexedDB ${key}`)
    }
    const page = await visit(profile, `${site.origin}/?utm_source=mail&_kx=reader.AbC123`)
    await page.evaluate(() => window.track.identify('customer-7', { email: 'ada@shop.test' }))
    await trackAll(page, ['good', 'bad'])
    await expectRecorded(klaviyo, ['good'])
    // The refused event is a dead letter now; the copy of the identity is made when the page is idle.
    await expect
      .poll(async () => {
        await look(page)
        return [...seen].filter((name) => /^IndexedDB (klaviyo:AbC123\/d\/|identity)/.test(name)).length
      })
      .toBe(3)
    await vendor.setMode({ type: 'status', status: 503, cors: true })
    await trackAll(page, ['queued'])
    await look(page)
    // An event that is tracked while the page is left is noted in localStorage.
    await page.evaluate(() => addEventListener('pagehide', () => window.track('Left')))
    await page.goto(`${site.origin}/bare`)
    // The database is not read here: in WebKit the page that was left may still hold it, from its cache.
    await lookAtAreas(page)
    await page.close()
    // A shop with a worker stores a little more.
    site.setPage('/worker', pageWith(snippet({ ...tag, 'data-worker': WORKER }, '/dist/sendoff.full.js')))
    const other = await visit(profile, `${site.origin}/worker`)
    await expectWorker(other)
    await trackAll(other, ['of the worker'])
    await expect.poll(() => other.evaluate(() => Object.keys(localStorage).join())).toContain('grant')
    await lookAtAreas(other)

    const described = rows.map((row) => ({ row, pattern: patternOf(`${row.where} ${row.name}`) }))
    const unknown = [...seen].filter((name) => !described.some(({ pattern }) => pattern.test(name)))
    expect(unknown, 'stored, and not in the table').toEqual([])
    const missing = described.filter(
      ({ row, pattern }) => !row.isInstant && ![...seen].some((name) => pattern.test(name)),
    )
    expect(missing.map(({ row }) => row.name)).toEqual([])
    expect(rows.length).toBeGreaterThan(8)
  })
})
