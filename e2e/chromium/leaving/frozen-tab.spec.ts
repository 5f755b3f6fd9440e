import { expect } from '@playwright/test'
import { test } from '../../support/fixtures.ts'
import { labelled, trackAll, trackAllStored, visit } from '../../support/shop-page.ts'
import { expectEachOnce } from '../../support/verdict.ts'
import { rendererProcess } from './suspended-renderer.ts'

test('delivers from another tab what a tab tracked before it was frozen', async ({
  klaviyo,
  vendor,
  site,
  visitor,
}) => {
  await vendor.setMode({ type: 'down' })
  const frozen = await visit(visitor, site.origin)
  const renderer = await rendererProcess(frozen)
  await trackAllStored(frozen, labelled('frozen', 20))
  renderer.suspend()
  await vendor.setMode({ type: 'up' })

  const other = await visit(visitor, site.origin)
  await trackAll(other, labelled('other', 20))
  await expectEachOnce(klaviyo, [...labelled('frozen', 20), ...labelled('other', 20)], other)
  renderer.resume()
})

test('overtakes a tab that was frozen with a request in flight, and records each event once', async ({
  klaviyo,
  vendor,
  site,
  visitor,
}) => {
  test.setTimeout(100_000)
  const labels = [...labelled('frozen', 5), ...labelled('other', 5)]
  await vendor.setMode({ type: 'slow', ms: 1_000 })
  const frozen = await visit(visitor, site.origin)
  const renderer = await rendererProcess(frozen)
  await trackAll(frozen, labelled('frozen', 5))
  await expect.poll(vendor.inFlight).toBe(1)
  renderer.suspend()
  await expect.poll(() => klaviyo.events().length).toBe(5)
  await vendor.setMode({ type: 'up' })

  const other = await visit(visitor, site.origin)
  await trackAll(other, labelled('other', 5))
  // A lease lasts 45 seconds, and the frozen tab holds the lock all the time.
  await expectEachOnce(klaviyo, labels, other, 60_000)

  renderer.resume()
  await trackAll(frozen, ['thawed'])
  await expectEachOnce(klaviyo, [...labels, 'thawed'], frozen)
})
