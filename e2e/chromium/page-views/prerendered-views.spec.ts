import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from '@playwright/test'
import { test } from '../../support/fixtures.ts'
import { expectRecordedAs, recordedAs } from '../../support/recorded.ts'
import { fullPage, pageWith } from '../../support/shop-html.ts'
import { openUndriven } from '../../support/undriven-chromium.ts'

const RULES = JSON.stringify({ prerender: [{ urls: ['/prepared'], eagerness: 'immediate' }] })
/** The time is longer than an event of a quiet page waits before it leaves. */
const QUIET_MS = 1_500

/**
 * Tells the site that the page is prerendered, goes to another address meanwhile, and tells afterwards what happened.
 */
const PREPARING = `<script>
  if (document.prerendering) {
    document.addEventListener('prerenderingchange', () => track('Activated'))
    addEventListener('load', () => {
      history.replaceState(null, '', '/prepared?step=2')
      fetch('/prepared-now')
    })
  }
</script>`

/** Follows its link once the site says so. */
const STARTING = `<script type="speculationrules">${RULES}</script><body><a href="/prepared">Next</a><script>
  const look = async () => {
    if ((await (await fetch('/may-go')).text()) === 'yes') document.querySelector('a').click()
    else setTimeout(look, 100)
  }
  look()
</script>`

test('views a prerendered page once, and only when it is shown', async ({ klaviyo, vendor, site }) => {
  let isPrerendered = false
  let mayGo = 'no'
  site.setPage('/prepared', fullPage(vendor, { 'data-pageviews': '' }, { body: PREPARING }))
  site.setPage('/prepared-now', () => {
    isPrerendered = true
    return ''
  })
  site.setPage('/may-go', () => mayGo)
  site.setPage('/start', pageWith(STARTING))
  const end = await openUndriven(`${site.origin}/start`)
  try {
    await expect.poll(() => isPrerendered, { timeout: 20_000, message: 'prerendered' }).toBe(true)
    await sleep(QUIET_MS)
    expect(klaviyo.requests()).toEqual([])

    mayGo = 'yes'
    await expectRecordedAs(klaviyo, 'Activated', 1)
    await sleep(QUIET_MS)
    const views = recordedAs(klaviyo, 'Viewed Page')
    expect(views.map(({ properties }) => properties.url)).toEqual([`${site.origin}/prepared?step=2`])
  } finally {
    await end()
  }
})
