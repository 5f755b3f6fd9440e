import { expect } from '@playwright/test'
import { snippet } from '../../demo/snippet.ts'
import type { Tab } from '../../testing/browsers/engine.ts'
import { test } from '../support/fixtures.ts'
import { attributesFor, pageWith } from '../support/shop-html.ts'
import { labelled, trackAll, visit } from '../support/shop-page.ts'
import { expectEachOnce } from '../support/verdict.ts'

/**
 * Notes the most bytes of keepalive requests that were in flight at once, in a place where the next page finds the
 * number.
 */
const watchKeepalive = (): void => {
  const { fetch } = window
  let bytes = 0
  window.fetch = async (url, init) => {
    const own = init?.keepalive ? new Blob([`${init.body}`]).size : 0
    bytes += own
    localStorage.mostBytes = Math.max(Number(localStorage.mostBytes ?? 0), bytes)
    try {
      return await fetch(url, init)
    } finally {
      bytes -= own
    }
  }
}

const mostBytes = (page: Tab): Promise<number> => page.evaluate(() => Number(localStorage.mostBytes))

test('never has more than 64 KiB of keepalive in flight', async ({ klaviyo, vendor, site, profile }) => {
  // The tab closes before the first answer: after it another request would be under way, and nothing would be handed
  // off.
  await vendor.setMode({ type: 'slow', ms: 5_000 })
  site.setPage(
    '/watched',
    pageWith(`<script>(${watchKeepalive})()</script>${snippet(attributesFor(vendor))}`),
  )
  const page = await visit(profile, `${site.origin}/watched`)
  const [early, late] = [labelled('early', 25), labelled('late', 200)]
  await trackAll(page, early, 'x'.repeat(700))
  await expect.poll(vendor.inFlight).toBe(1)
  await trackAll(page, late, 'x'.repeat(700))
  await page.close()
  await expect
    .poll(() => klaviyo.events().length, { timeout: 15_000, message: 'hand-off recorded' })
    .toBeGreaterThan(25)
  await vendor.setMode({ type: 'up' })

  const next = await visit(profile, site.origin)
  expect(await mostBytes(next)).toBeGreaterThan(32_768)
  expect(await mostBytes(next)).toBeLessThanOrEqual(65_536)
  await expectEachOnce(klaviyo, [...early, ...late], next, 40_000)
})
