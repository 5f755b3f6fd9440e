import { expect } from '@playwright/test'
import { snippet } from '../demo/snippet.ts'
import type { Tab } from './engines/engine.ts'
import { attributesFor, pageWith, test } from './scene.ts'
import { expectEachOnce } from './verdict.ts'

const MINUTE_MS = 60_000

/** Adds the script's tag to a page that has only the stub, as a slow network would. */
const loadScript = (page: Tab, attributes: Readonly<Record<string, string>>): Promise<void> =>
  page.evaluate(
    (attributes) =>
      new Promise<void>((resolve) => {
        const script = document.createElement('script')
        for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value)
        script.src = '/dist/sendoff.klaviyo.js'
        script.onload = () => resolve()
        document.head.append(script)
      }),
    attributes,
  )

test('calls made before the script keep their order, their identity and their time', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  const attributes = attributesFor(vendor)
  const [stub = ''] = snippet(attributes).split('\n')
  site.setPage('/stub', pageWith(stub))
  const page = await profile.page()
  await page.goto(`${site.origin}/stub`)
  const earlier = await page.evaluate((agoMs) => {
    const { now } = Date
    Date.now = () => now() - agoMs
    window.track('First', { label: 'first' })
    window.track.identify('customer-7', { email: 'Ada@Shop.test' })
    window.track('Second', { label: 'second' })
    const earlier = Date.now()
    Date.now = now
    return earlier
  }, MINUTE_MS)
  await loadScript(page, attributes)
  await page.evaluate(() => window.track('Third', { label: 'third' }))

  await expectEachOnce(klaviyo, ['first', 'second', 'third'], page)
  const [first, second, third] = klaviyo.events()
  expect([first, second, third].map((event) => event?.metric)).toEqual(['First', 'Second', 'Third'])
  expect(first?.profile.email).toBeUndefined()
  expect(second?.profile).toMatchObject({ email: 'ada@shop.test', external_id: 'customer-7' })
  for (const event of [first, second]) {
    expect(Math.abs(Date.parse(event?.time ?? '') - earlier)).toBeLessThan(MINUTE_MS / 4)
  }
  expect(Date.parse(third?.time ?? '') - earlier).toBeGreaterThan(MINUTE_MS / 2)
})

test('what a call to the stub returns becomes what the call itself returns', async ({
  vendor,
  site,
  profile,
}) => {
  const attributes = attributesFor(vendor)
  const [stub = ''] = snippet(attributes).split('\n')
  site.setPage('/stub', pageWith(stub))
  const page = await profile.page()
  await page.goto(`${site.origin}/stub`)
  await page.evaluate(() => void Object.assign(window, { early: window.track('Early') }))
  await loadScript(page, attributes)

  const outcome = await page.evaluate(async () => (await Reflect.get(window, 'early')).settled)
  expect(outcome).toEqual({ type: 'delivered' })
})

test('no call to the stub throws, whatever it is given', async ({ site, vendor, profile }) => {
  const [stub = ''] = snippet(attributesFor(vendor)).split('\n')
  site.setPage('/stub', pageWith(stub))
  const page = await profile.page()
  await page.goto(`${site.origin}/stub`)
  const { offered, kept } = await page.evaluate(() => {
    const offered = Object.keys(window.track).filter((name) => name !== 'q')
    for (const method of offered) Reflect.get(window.track, method)(Symbol('s'), 1n, null)
    Reflect.apply(window.track, undefined, [])
    return { offered, kept: Reflect.get(window.track, 'q').length }
  })
  expect(offered).toEqual([
    ...['identify', 'reset', 'flush', 'on', 'status'],
    ...['page', 'consent', 'erase', 'rejected', 'inspect'],
  ])
  expect(kept).toBe(offered.length + 1)
})
