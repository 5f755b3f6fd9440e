import { expect } from '@playwright/test'
import { whyNot } from '../../testing/browsers/launch-visitor.ts'
import { FULL, test } from '../support/fixtures.ts'
import { fullPage, pageWith } from '../support/shop-html.ts'
import { labelled, trackAll, visit } from '../support/shop-page.ts'
import { expectEachOnce, expectRecorded } from '../support/verdict.ts'

const labels = labelled('event', 20)
/**
 * Firefox's private windows refuse tracking for the visitor, and the options that store something are the risky ones.
 */
const attributes = { 'data-gpc': 'ignore', 'data-cookie-domain': 'auto', 'data-pageviews': '' }

test.describe('the full script', () => {
  test.use({ ...FULL, attributes })

  test.describe('in a private window', () => {
    test.use({ circumstance: 'private' })

    test('delivers each event once', async ({ klaviyo, site, profile }) => {
      const page = await visit(profile, site.origin)
      await trackAll(page, labels)
      await expectEachOnce(klaviyo, labels, page)
    })
  })

  test.describe('where the visitor refuses cookies', () => {
    test.use({ circumstance: 'no-cookies' })

    test('delivers each event once', async ({ klaviyo, site, profile, engine }) => {
      test.skip(!!whyNot(engine, 'no-cookies'), whyNot(engine, 'no-cookies'))
      const page = await visit(profile, site.origin)
      await trackAll(page, labels)
      await expectEachOnce(klaviyo, labels, page)
    })
  })

  test('works in a sandboxed frame without storage', async ({ klaviyo, vendor, site, profile }) => {
    const calls = labels.map((label) => `track('Tested', ${JSON.stringify({ label })})`).join(';')
    site.setPage('/inner', fullPage(vendor, attributes, { body: `<script>${calls}</script>` }))
    site.setPage('/outer', pageWith('<body><iframe sandbox="allow-scripts" src="/inner"></iframe>'))
    const page = await profile.page()
    await page.goto(`${site.origin}/outer`)
    await expectRecorded(klaviyo, labels)
  })

  test('starts, and delivers, where the browser refuses a channel between tabs', async ({
    klaviyo,
    vendor,
    site,
    profile,
  }) => {
    const refusing = `<script>BroadcastChannel = class { constructor() { throw new DOMException('refused', 'SecurityError') } }</script>`
    site.setPage('/refusing', fullPage(vendor, attributes, { before: refusing }))
    const page = await visit(profile, `${site.origin}/refusing`)
    await trackAll(page, labels)
    await expectEachOnce(klaviyo, labels, page)
    await page.evaluate(() => Reflect.get(window.track, 'consent')('denied'))
    await expect
      .poll(() => page.evaluate(() => Object.keys(localStorage).filter((name) => /^sendoff/.test(name))))
      .toEqual([])
  })
})
