import { expect, type Page } from '@playwright/test'
import type { Tracker } from '../../src/tracker.ts'
import { expectDelivered, recorded, setUp, test } from './scene.ts'

const registrations = (page: Page) =>
  page.evaluate(async () =>
    (await navigator.serviceWorker.getRegistrations()).map(({ scope, active }) => ({
      scope,
      state: active?.state,
    })),
  )

const workersOf = (page: Page) =>
  page.evaluate(async () => {
    const { queues } = await (Reflect.get(window, 'track') as Tracker).status()
    return queues.map(({ worker }) => worker)
  })

test('the worker is registered where the site has asked for it, and takes no page', async ({
  visitor,
  wordpress,
  klaviyo,
}) => {
  setUp(wordpress, { worker: '1' })
  const page = await visitor.newPage()
  await page.goto(wordpress.origin)
  await expect.poll(() => registrations(page)).toMatchObject([{ state: 'activated' }])
  const [{ scope } = { scope: '' }] = await registrations(page)
  expect(scope.startsWith(`${wordpress.plugin}/sendoff.worker.js?sendoff=`)).toBe(true)
  await expectDelivered(page)
  expect(recorded(klaviyo)).toEqual(['Viewed Page'])
  await page.reload()
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull()
  await expect.poll(() => workersOf(page), { message: 'who delivers' }).toEqual(['active'])
  await expect.poll(() => recorded(klaviyo)).toEqual(['Viewed Page', 'Viewed Page'])
})

test('without it there is none', async ({ visitor, wordpress, klaviyo }) => {
  setUp(wordpress)
  const page = await visitor.newPage()
  await page.goto(wordpress.origin)
  await expect.poll(() => recorded(klaviyo)).toEqual(['Viewed Page'])
  expect(await registrations(page)).toEqual([])
})
