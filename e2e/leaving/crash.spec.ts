import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from '@playwright/test'
import { test } from '../support/fixtures.ts'
import { labelled, trackAll, trackAllStored, visit } from '../support/shop-page.ts'
import { expectEachOnce } from '../support/verdict.ts'

test('loses nothing stored when the renderer crashes', async ({ klaviyo, site, profile }) => {
  const labels = labelled('event', 50)
  const page = await visit(profile, site.origin)
  await trackAllStored(page, labels)
  await profile.crash(page)

  await expectEachOnce(klaviyo, labels, await visit(profile, site.origin), 100_000)
})

test('records once what was on its way when the renderer crashed', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  const labels = labelled('event', 50)
  await vendor.setMode({ type: 'slow', ms: 1_000 })
  const page = await visit(profile, site.origin)
  await trackAll(page, labels)
  await expect.poll(vendor.inFlight).toBe(1)
  await profile.crash(page)
  await vendor.setMode({ type: 'up' })
  // The repeats must not overtake the first attempt: the vendor forgives a repeat only in a request of its own.
  await expect.poll(() => klaviyo.events().length).toBe(50)

  await expectEachOnce(klaviyo, labels, await visit(profile, site.origin))
})

test('keeps an event that was tracked 500 ms before the browser was killed', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  // The vendor is down, because otherwise the event might leave before the kill.
  await vendor.setMode({ type: 'down' })
  const page = await visit(profile, site.origin)
  await trackAll(page, ['event'])
  await sleep(500)
  await profile.kill()

  await vendor.setMode({ type: 'up' })
  await profile.relaunch()
  await expectEachOnce(klaviyo, ['event'], await visit(profile, site.origin))
})

test('keeps what was stored although the browser is killed at once', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  // The events are fewer than a full batch, so that none is on its way yet: on a slow machine those would be sent again
  // one by one.
  const labels = labelled('event', 900)
  await vendor.setMode({ type: 'down' })
  const page = await visit(profile, site.origin)
  await trackAllStored(page, labels)
  await profile.kill()

  await vendor.setMode({ type: 'up' })
  await profile.relaunch()
  await expectEachOnce(klaviyo, labels, await visit(profile, site.origin), 100_000)
})

test('records once what was on its way when the browser was killed', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  const labels = labelled('event', 50)
  await vendor.setMode({ type: 'drop-answer' })
  const page = await visit(profile, site.origin)
  await trackAll(page, labels)
  await expect.poll(() => klaviyo.events().length).toBe(50)
  await profile.kill()

  await vendor.setMode({ type: 'up' })
  await profile.relaunch()
  await expectEachOnce(klaviyo, labels, await visit(profile, site.origin))
})
