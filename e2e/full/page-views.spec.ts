import { expect } from '@playwright/test'
import type { KlaviyoEmulator } from '../../demo/vendors/klaviyo.ts'
import { test } from '../scene.ts'
import { expectIdle, goBack, visit } from '../shop-page.ts'
import { expectQueueEmpty } from '../verdict.ts'
import { fullPage } from './full-page.ts'
import { expectRecordedAs, recordedAs } from './recorded.ts'

const VIEWED = 'Viewed Page'
/** WebKit refuses more changes of the history than these in ten seconds; the others ignore more than twice as many. */
const WEBKIT_CHANGES = 100
const CHANGES = 200

const pathsViewed = (klaviyo: KlaviyoEmulator): readonly unknown[] =>
  recordedAs(klaviyo, VIEWED).map(({ properties }) => properties.path)

const addressesViewed = (klaviyo: KlaviyoEmulator): readonly string[] =>
  recordedAs(klaviyo, VIEWED).map(({ properties }) => `${properties.url}`.replace(/^.*?:\d+/, ''))

for (const { title, before } of [
  { title: 'as the browser tells of them', before: '' },
  {
    title: 'where the browser has no Navigation API',
    before: '<script>Object.defineProperty(window, "navigation", { value: undefined })</script>',
  },
]) {
  test(`sees ${CHANGES} rapid navigations once each and in their order, ${title}`, async ({
    engine,
    klaviyo,
    vendor,
    site,
    profile,
  }) => {
    const count = engine === 'webkit' ? WEBKIT_CHANGES : CHANGES
    site.setPage('/app', fullPage(vendor, { 'data-pageviews': '' }, { before }))
    const page = await visit(profile, `${site.origin}/app`)
    await page.evaluate((count) => {
      for (let index = 1; index <= count; index++) history.pushState(null, '', `/app/${index}`)
    }, count)

    await expectRecordedAs(klaviyo, VIEWED, count + 1)
    await expectQueueEmpty(page)
    const paths = Array.from({ length: count }, (_, index) => `/app/${index + 1}`)
    expect(pathsViewed(klaviyo)).toEqual(['/app', ...paths])
  })

  test(`sees steps back and forth and other pages, but neither queries nor fragments, ${title}`, async ({
    klaviyo,
    vendor,
    site,
    profile,
  }) => {
    site.setPage('/app', fullPage(vendor, { 'data-pageviews': '' }, { before }))
    const page = await visit(profile, `${site.origin}/app`)
    await page.evaluate(async () => {
      const arrived = () => new Promise((resolve) => addEventListener('popstate', resolve, { once: true }))
      history.pushState(null, '', '/app/a')
      history.replaceState({ scroll: 1 }, '')
      history.replaceState(null, '', '/app/a?sort=price')
      location.hash = 'reviews'
      history.pushState(null, '', '/app/b')
      let back = arrived()
      history.go(-2)
      await back
      back = arrived()
      history.forward()
      await back
      history.pushState(null, '', '/app/end')
    })

    await expectRecordedAs(klaviyo, VIEWED, 5)
    await expectQueueEmpty(page)
    // Steps back and forth lead to `/app/a?sort=price`, then with its fragment: that is no view.
    expect(addressesViewed(klaviyo)).toEqual(['/app', '/app/a', '/app/b', '/app/a?sort=price', '/app/end'])
  })
}

test('sees a page that comes out of the back/forward cache', async ({ klaviyo, vendor, site, profile }) => {
  site.setPage('/one', fullPage(vendor, { 'data-pageviews': '' }))
  site.setPage('/two', fullPage(vendor, { 'data-pageviews': '' }))
  const page = await visit(profile, `${site.origin}/one`)
  await page.evaluate(() =>
    addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted })),
  )
  // A page that is left in the middle of a round may be dropped from the cache.
  await expectRecordedAs(klaviyo, VIEWED, 1)
  await expectIdle(page)
  await page.goto(`${site.origin}/two`)
  await expectRecordedAs(klaviyo, VIEWED, 2)
  await expectIdle(page)
  await goBack(page)
  expect(await page.evaluate(() => Reflect.get(window, 'persisted'))).toBe(true)

  await expectRecordedAs(klaviyo, VIEWED, 3)
  await expectQueueEmpty(page)
  expect(pathsViewed(klaviyo)).toEqual(['/one', '/two', '/one'])
})

/** How routers come from `/app` to `/app/cart`, whose title is `Cart`: what they do as a page's own code. */
const ROUTERS = [
  { router: 'plain code', go: "history.pushState(null, '', '/app/cart'); document.title = 'Cart'" },
  {
    router: 'code that names the page first',
    go: "document.title = 'Cart'; history.pushState(null, '', '/app/cart')",
  },
  {
    router: 'SvelteKit and Vue Router, which render in a microtask',
    go: "history.pushState(null, '', '/app/cart'); Promise.resolve().then(() => { document.title = 'Cart' })",
  },
  {
    router: 'React Router, whose effects come in a later task',
    go: "history.pushState(null, '', '/app/cart'); setTimeout(() => { document.title = 'Cart' })",
  },
  {
    router: 'Next.js, which takes one title out and puts another in',
    go: `history.pushState(null, '', '/app/cart')
      setTimeout(() => {
        document.querySelector('title').remove()
        setTimeout(() => document.head.append(Object.assign(document.createElement('title'), { text: 'Cart' })), 20)
      }, 300)`,
  },
  {
    router: 'Turbo, which renders what it had to fetch',
    go: `history.pushState(null, '', '/app/cart')
      setTimeout(() => document.documentElement.replaceChild(Object.assign(document.createElement('head'), { innerHTML: '<title>Cart</title>' }), document.head), 800)`,
  },
  {
    router: 'a router that asks the Navigation API',
    go: `if (!window.navigation) history.pushState(null, '', '/app/cart')
      else {
        navigation.addEventListener('navigate', (event) => event.intercept({ handler: async () => { document.title = 'Cart' } }), { once: true })
        navigation.navigate('/app/cart')
      }
      if (!window.navigation) document.title = 'Cart'`,
  },
]

for (const { router, go } of ROUTERS)
  test(`tells the address, the title and the page before, with ${router}`, async ({
    klaviyo,
    vendor,
    site,
    profile,
  }) => {
    site.setPage('/app', fullPage(vendor, { 'data-pageviews': '' }))
    const page = await visit(profile, `${site.origin}/app?size=xl`)
    await expectRecordedAs(klaviyo, VIEWED, 1)
    await page.evaluate((go) => {
      // As the page's own code: with its scope, and its microtasks before anything else.
      const script = Object.assign(document.createElement('script'), { text: go })
      document.body.append(script)
      window.track('Between')
    }, go)

    const [first, second] = await expectRecordedAs(klaviyo, VIEWED, 2)
    expect(first?.properties).toMatchObject({ title: 'Shop', path: '/app' })
    expect(first?.properties).not.toHaveProperty('previous_url')
    expect(second?.properties).toMatchObject({
      url: `${site.origin}/app/cart`,
      title: 'Cart',
      previous_url: `${site.origin}/app?size=xl`,
    })
    // The document's own referrer stays: it has none.
    expect(second?.properties).not.toHaveProperty('referrer')
    const [between] = await expectRecordedAs(klaviyo, 'Between', 1)
    expect(between?.properties).toMatchObject({ path: '/app/cart' })
    expect(between?.properties.title ?? 'Cart').toBe('Cart')
  })

test('tells the last page of a visit, left before it had a title, without that of the page before', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  site.setPage('/app', fullPage(vendor, { 'data-pageviews': '' }))
  const page = await visit(profile, `${site.origin}/app`)
  await expectRecordedAs(klaviyo, VIEWED, 1)
  await page.evaluate(() => {
    history.pushState(null, '', '/app/cart')
    setTimeout(() => location.assign('/bare'), 100)
  })

  const [, second] = await expectRecordedAs(klaviyo, VIEWED, 2)
  expect(second?.properties).toMatchObject({ path: '/app/cart' })
  expect(second?.properties).not.toHaveProperty('title')
})

test('follows a router that keeps its pages in the fragment, where the tag says so', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  site.setPage('/app', fullPage(vendor, { 'data-pageviews': 'hash' }))
  const page = await visit(profile, `${site.origin}/app#/`)
  await page.evaluate(async () => {
    for (const hash of ['/cart', '/cart?step=2', '/end']) {
      location.hash = hash
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })

  await expectRecordedAs(klaviyo, VIEWED, 3)
  await expectQueueEmpty(page)
  expect(addressesViewed(klaviyo)).toEqual(['/app#/', '/app#/cart', '/app#/end'])
})

test('counts one view for a search field that writes each letter into the address, or each, as the tag says', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  site.setPage('/path', fullPage(vendor, { 'data-pageviews': '' }))
  site.setPage('/query', fullPage(vendor, { 'data-pageviews': 'query' }))
  const page = await profile.page()
  for (const path of ['/path', '/query']) {
    await page.goto(site.origin + path)
    await page.evaluate(() => {
      for (const text of ['s', 'sh', 'sho']) history.replaceState(null, '', `?q=${text}`)
      history.pushState(null, '', '/end')
    })
    await expectRecordedAs(klaviyo, VIEWED, path === '/path' ? 2 : 7)
  }
  const viewed = ['/path', '/end', '/query', '/query?q=s', '/query?q=sh', '/query?q=sho', '/end']
  expect(addressesViewed(klaviyo)).toEqual(viewed)
})

test('keeps the campaign of an address that a router cleans before the script is there', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  const before = "<script>history.replaceState(null, '', '/app')</script>"
  site.setPage('/app', fullPage(vendor, { 'data-pageviews': '' }, { before }))
  await visit(profile, `${site.origin}/app?utm_source=news`)

  const [view] = await expectRecordedAs(klaviyo, VIEWED, 1)
  expect(view?.properties).toMatchObject({ url: `${site.origin}/app`, utm_source: 'news' })
})
