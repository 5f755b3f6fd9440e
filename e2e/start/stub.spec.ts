import { expect } from '@playwright/test'
import { snippet } from '../../demo/snippet.ts'
import type { Tab } from '../../testing/browsers/engine.ts'
import { test } from '../support/fixtures.ts'
import { attributesFor, pageWith } from '../support/shop-html.ts'
import { expectEachOnce } from '../support/verdict.ts'

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

test('a call to the stub keeps the page as it was, whatever a router makes of the address', async ({
  vendor,
  site,
  profile,
}) => {
  const [stub = ''] = snippet(attributesFor(vendor)).split('\n')
  site.setPage('/stub', pageWith(stub))
  const page = await profile.page()
  await page.goto(`${site.origin}/stub?utm_source=mail`)
  const kept = await page.evaluate(() => {
    window.track('Landed')
    history.replaceState(null, '', '/clean')
    document.title = 'Clean'
    window.track.identify('customer-7')
    return Reflect.get(window.track, 'q').map((call: unknown[]) => [`${call[0]}`, ...call.slice(4)])
  })
  expect(kept).toEqual([
    ['undefined', `${site.origin}/stub?utm_source=mail`, 'Shop', ''],
    ['identify', `${site.origin}/clean`, 'Clean', ''],
  ])
})

test('the stub leaves itself, the tracker and a function of the page alone, and nothing else', async ({
  vendor,
  site,
  profile,
}) => {
  const [stub = ''] = snippet(attributesFor(vendor)).split('\n')
  const early = "<script>track('Early')</script>"
  const own = '<script>function shop() {} track = shop</script>'
  site.setPage('/twice', pageWith(`<div id="track"></div>${stub}${early}${stub}${early}`))
  site.setPage('/own', pageWith(`${own}${stub}`))
  const page = await profile.page()
  await page.goto(`${site.origin}/twice`)
  expect(await page.evaluate(() => Reflect.get(window.track, 'q').length)).toBe(2)
  await page.goto(`${site.origin}/own`)
  expect(await page.evaluate(() => Reflect.get(window, 'shop') === window.track)).toBe(true)
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
