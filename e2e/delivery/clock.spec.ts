import { expect } from '@playwright/test'
import { snippet } from '../../demo/snippet.ts'
import type { Vendor } from '../../testing/http/vendor.ts'
import { test } from '../support/fixtures.ts'
import { attributesFor, pageWith } from '../support/shop-html.ts'
import { labelled, trackAll, trackAllStored, visit } from '../support/shop-page.ts'
import { expectEachOnce } from '../support/verdict.ts'

const HOUR_MS = 3_600_000

/** Sets the page's clock back by `byMs`, as a visitor or a time server does. */
const setClockBack = (byMs: number): void => {
  const { now } = Date
  Date.now = () => now() - byMs
}

/** Makes the shop of a browser whose clock has been set back before the visit. */
const anHourEarlier = (vendor: Vendor): string =>
  pageWith(`<script>(${setClockBack})(${HOUR_MS})</script>${snippet(attributesFor(vendor))}`)

test('delivers each event once when the clock is set back an hour between two visits', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  await vendor.setMode({ type: 'down' })
  const first = await visit(profile, site.origin)
  await trackAllStored(first, labelled('before', 20))
  await first.close()
  await vendor.setMode({ type: 'up' })

  site.setPage('/earlier', anHourEarlier(vendor))
  const next = await visit(profile, `${site.origin}/earlier`)
  await trackAll(next, labelled('after', 20))
  await expectEachOnce(klaviyo, [...labelled('before', 20), ...labelled('after', 20)], next)
})

test('delivers each event once when the clock is set back an hour while the page is open', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  await vendor.setMode({ type: 'status', status: 503, cors: true })
  const page = await visit(profile, site.origin)
  await trackAllStored(page, labelled('before', 20))
  await expect.poll(() => vendor.requests().some(({ status }) => status === 503)).toBe(true)
  await page.evaluate(setClockBack, HOUR_MS)
  await trackAll(page, labelled('after', 20))
  await vendor.setMode({ type: 'up' })

  await expectEachOnce(klaviyo, [...labelled('before', 20), ...labelled('after', 20)], page)
})

test('keeps what is stored and left at once by a clock that was set back', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  const first = await visit(profile, site.origin)
  await trackAll(first, labelled('before', 20))
  await expectEachOnce(klaviyo, labelled('before', 20), first)
  site.setPage('/earlier', anHourEarlier(vendor))
  const second = await visit(profile, `${site.origin}/earlier`)
  // The ids lie below what was sent, as if another tab had taken the events: no note is written, and nothing is handed
  // off.
  await trackAllStored(second, labelled('after', 20))
  await second.close()

  const labels = [...labelled('before', 20), ...labelled('after', 20)]
  await expectEachOnce(klaviyo, labels, await visit(profile, site.origin))
})
