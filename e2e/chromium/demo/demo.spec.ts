import { expect } from '@playwright/test'
import { test } from '../../support/fixtures.ts'
import { visit } from '../../support/shop-page.ts'

/** Tracks as soon as the stub is there and the script's tag is read: the script itself cannot have run yet. */
const trackBeforeTheScript = (): void => {
  new MutationObserver((_, observer) => {
    if (!document.querySelector('script[src*=sendoff]')) return
    observer.disconnect()
    window.track('Before the script', { byStub: 'q' in window.track })
  }).observe(document, { childList: true, subtree: true })
}

/** Tracks by listeners that run after the tracker's own. */
const trackAtTheEnd = (): void => {
  addEventListener('pagehide', () => window.track('At pagehide'))
  document.addEventListener('visibilitychange', () => window.track('At visibilitychange'))
  window.track('Right before the end')
}

const NAMES = [
  'After the script',
  'At pagehide',
  'At visibilitychange',
  'Before the script',
  'Right before the end',
]

test('everything tracked before the script, after it and as the tab closes arrives once', async ({
  freshDemo: demo,
  visitor,
}) => {
  const metrics = async () => (await demo.arrived()).events.map(({ name }) => name).sort()
  const page = await visitor.page()
  await page.addInitScript(trackBeforeTheScript)
  await page.goto(demo.origin)
  await page.evaluate(() => window.track('After the script'))
  await page.evaluate(trackAtTheEnd)
  await page.close()
  await expect.poll(metrics).toEqual(NAMES)

  // The next visit sends again the events whose answer no page has heard; the vendor recognises them.
  const next = await visit(visitor, demo.origin)
  await expect
    .poll(() => next.evaluate(async () => (await window.track.status()).queues[0]?.queued), {
      timeout: 20_000,
    })
    .toBe(0)
  expect(await metrics()).toEqual(NAMES)
  const stubbed = (await demo.arrived()).events.find(({ name }) => name === 'Before the script')
  expect(stubbed?.properties).toEqual({ byStub: true })
})

test('a visit to the demo asks nothing of any other machine', async ({ freshDemo: demo, visitor }) => {
  const urls: string[] = []
  visitor.context.on('request', (request) => urls.push(request.url()))
  const page = await visit(visitor, demo.origin)
  await page.getByRole('button', { name: 'Add to cart' }).first().click()
  await page.getByLabel('Your e-mail').fill('ada@shop.test')
  await page.getByRole('button', { name: 'Identify' }).click()
  await page.getByRole('button', { name: 'Track 200 and leave' }).click()
  await page.waitForURL('**/care*')
  await page.goto(`${demo.origin}/arrived`)
  await page.goto(demo.origin)
  await expect.poll(async () => (await demo.arrived()).totals.events, { timeout: 20_000 }).toBe(201)

  const origins = new Set(urls.filter((url) => !url.startsWith('data:')).map((url) => new URL(url).origin))
  expect([...origins].sort()).toEqual([demo.origin, demo.vendorOrigin])
})

test('the demo and the script name no other host than the one that data-endpoint replaces', async ({
  freshDemo: demo,
}) => {
  const paths = [
    '/',
    '/care',
    '/arrived',
    '/demo.js',
    '/offline.js',
    '/arrived.js',
    '/style.css',
    '/dist/sendoff.klaviyo.js',
    '/dist/inspector.js',
  ]
  const texts = await Promise.all(paths.map(async (path) => (await fetch(`${demo.origin}${path}`)).text()))
  const hosts = texts.flatMap((text) => [...text.matchAll(/\w+:\/\/([\w.:-]+)/g)].map(([, host]) => host))
  expect([...new Set(hosts)].sort()).toEqual(['a.klaviyo.com', new URL(demo.vendorOrigin).host])
})

test('the browser of the tests cannot reach another machine, by name or by number', async ({
  site,
  visitor,
}) => {
  const page = await visit(visitor, `${site.origin}/bare`)
  // Names and numbers that are reserved for documentation (RFC 2606, RFC 5737).
  for (const url of ['https://shop.example/', 'http://192.0.2.1/']) {
    const failed = page.waitForEvent('requestfailed')
    await page.evaluate((url) => fetch(url, { mode: 'no-cors' }).catch(() => 'as it should'), url)
    expect((await failed).failure()?.errorText).toBe('net::ERR_NAME_NOT_RESOLVED')
  }
})

test('with the worker, another tab shows what it does after a tab has been closed', async ({
  freshDemo: demo,
  visitor,
}) => {
  const page = await visit(visitor, `${demo.origin}/`)
  await page.getByRole('link', { name: 'with worker', exact: true }).click()
  await page.waitForURL('**/?vendor=klaviyo&worker')
  const other = await visit(visitor, `${demo.origin}/?vendor=klaviyo&worker`)
  const lines = [page, other].map((its) => its.locator('.worker-line'))
  for (const line of lines) await expect(line).toContainText('Service worker: active · 0 events delivered')

  await page.evaluate(() => {
    for (let step = 1; step <= 1_000; step++) window.track('Scrolled', { step })
  })
  await page.close()
  await expect(other.locator('.worker-line')).toContainText(
    /· (9[6-9]\d|1,000) events delivered by it since this page was opened · at rest/,
    { timeout: 60_000 },
  )
  await expect.poll(async () => (await demo.arrived()).totals.events, { timeout: 60_000 }).toBe(1_000)
})

test('without the worker, the demo has none', async ({ freshDemo: demo, visitor }) => {
  const page = await visit(visitor, demo.origin)
  await expect(page.getByRole('link', { name: 'without worker' })).toHaveAttribute('aria-current', 'true')
  expect(await page.locator('.worker-line').count()).toBe(0)
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
})
