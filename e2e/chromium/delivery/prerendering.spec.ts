import { expect } from '@playwright/test'
import { snippet } from '../../../demo/snippet.ts'
import { test as base } from '../../support/fixtures.ts'
import { attributesFor, pageWith } from '../../support/shop-html.ts'
import { labelled } from '../../support/shop-page.ts'
import { openUndriven } from '../../support/undriven-chromium.ts'
import { expectRecorded, tally, violations } from '../../support/verdict.ts'

const labels = labelled('ahead', 20)
const RULES = JSON.stringify({ prerender: [{ source: 'list', urls: ['/ahead'], eagerness: 'immediate' }] })

/** Tracks while the page is prerendered, and tells the site; tracks again when the visitor comes to see the page. */
const aheadOfTime = (): void => {
  for (let n = 1; n <= 20; n += 1) window.track('Tested', { label: `ahead ${n}` })
  document.addEventListener('prerenderingchange', () => window.track('Tested', { label: 'seen' }))
  fetch(Reflect.get(document, 'prerendering') ? '/is-ahead' : '/is-not-ahead')
}

/** Goes where the site says, as soon as it says so. */
const waitForTheWay = (): void => {
  setInterval(async () => {
    const path = await (await fetch('/way')).text()
    if (path) location.href = path
  }, 100)
}

const test = base.extend<{
  /** A visitor on a page that has `/ahead` prerendered. */
  readonly ahead: { goTo(path: string): void }
}>({
  ahead: async ({ vendor, site }, use) => {
    let way = ''
    let isAhead = false
    const tags = snippet(attributesFor(vendor))
    site.setPage('/way', () => way)
    site.setPage('/is-ahead', () => {
      isAhead = true
      return ''
    })
    site.setPage('/ahead', pageWith(`${tags}<script>(${aheadOfTime})()</script>`))
    const rules = `<script type="speculationrules">${RULES}</script>`
    site.setPage('/first', pageWith(`${rules}<script>(${waitForTheWay})()</script>`))
    const end = await openUndriven(`${site.origin}/first`)
    await expect.poll(() => isAhead, { message: 'rendered ahead', timeout: 25_000 }).toBe(true)
    await use({
      goTo(path) {
        way = path
      },
    })
    await end()
  },
})

test('delivers each event once of a page that was rendered ahead and then seen', async ({
  klaviyo,
  ahead,
}) => {
  ahead.goTo('/ahead')
  await expectRecorded(klaviyo, [...labels, 'seen'])
  expect(tally(klaviyo, [...labels, 'seen'])).toEqual({ lost: [], twice: [] })
  expect(violations(klaviyo)).toEqual([])
})

test('sends nothing from a page that was rendered ahead before it is seen; the next visit delivers it once', async ({
  klaviyo,
  vendor,
  site,
  ahead,
}) => {
  // The pause is longer than the first event of a page waits.
  await new Promise((resolve) => setTimeout(resolve, 2_000))
  expect(klaviyo.requests()).toEqual([])
  const own = `<script>track('Tested', { label: 'next' })</script>`
  site.setPage('/next', pageWith(`${snippet(attributesFor(vendor))}${own}`))
  ahead.goTo('/next')
  await expectRecorded(klaviyo, [...labels, 'next'])
  expect(tally(klaviyo, [...labels, 'next'])).toEqual({ lost: [], twice: [] })
  expect(violations(klaviyo)).toEqual([])
})
