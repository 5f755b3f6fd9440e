import { expect } from '@playwright/test'
import { test } from '../support/fixtures.ts'
import { visit } from '../support/shop-page.ts'

test('a receipt tells the id, when the event is stored and how it was settled', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  await vendor.setMode({ type: 'slow', ms: 500 })
  const page = await visit(profile, site.origin)
  const told = await page.evaluate(async () => {
    const { id, stored, settled } = window.track('Bought')
    await stored
    const { queued } = (await window.track.status()).queues[0] ?? {}
    return { id, queued, outcome: await settled }
  })

  expect(told).toEqual({ id: klaviyo.events()[0]?.unique_id, queued: 1, outcome: { type: 'delivered' } })
})

test('the receipt of what cannot be sent settles with the reason', async ({ site, profile }) => {
  const page = await visit(profile, site.origin)
  const outcome = await page.evaluate(() => {
    window.track.on('error', () => 'told by the receipt')
    return window.track('Bad', { amount: 1n }).settled
  })

  expect(outcome).toMatchObject({ type: 'dropped', reason: 'invalid' })
})

test('an event with an id of its own is recorded once however often it is tracked', async ({
  klaviyo,
  site,
  profile,
}) => {
  const page = await visit(profile, site.origin)
  const outcomes = await page.evaluate(() =>
    Promise.all([1, 2, 3].map(() => window.track('Bought', {}, { id: 'order-7' }).settled)),
  )

  expect(outcomes).toEqual(Array(3).fill({ type: 'delivered' }))
  expect(klaviyo.events().map(({ unique_id }) => unique_id)).toEqual(['order-7'])
})

test('flush delivers at once and tells how the queue stands then', async ({ klaviyo, site, profile }) => {
  const page = await visit(profile, site.origin)
  const status = await page.evaluate(() => {
    window.track('Flushed')
    return window.track.flush()
  })

  expect(status.queues[0]).toMatchObject({ queued: 0, counts: { delivered: 1 } })
  expect(klaviyo.events()).toHaveLength(1)
})
