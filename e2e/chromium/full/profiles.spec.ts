import { chromium, expect } from '@playwright/test'
import { launchOptions, PLAIN_HOST } from '../../engines/launch-options.ts'
import { identityIn, test } from '../../full/full-scene.ts'
import { trackAll, visit } from '../../shop-page.ts'
import { expectRecorded } from '../../verdict.ts'

const PROFILES = 50

test(`two tabs at the same instant, in ${PROFILES} fresh profiles: one anonymous id each`, async ({
  site,
}) => {
  test.setTimeout(120_000)
  const browser = await chromium.launch(launchOptions)
  const found: (readonly [tabs: number, stored: number])[] = []
  for (let index = 0; index < PROFILES; index++) {
    const context = await browser.newContext()
    const pages = await Promise.all([context.newPage(), context.newPage()])
    await Promise.all(pages.map((page) => page.goto(site.origin, { waitUntil: 'commit' })))
    const ids = await Promise.all(
      pages.map(async (page) => {
        await page.waitForFunction(() => localStorage.getItem('sendoff-identity') && !('q' in window.track))
        // What the tracker itself holds, which an event says; not what another tab has left in localStorage.
        return page.evaluate(
          () =>
            new Promise<string>((resolve) => {
              window.track.on('settled', ({ event }) => resolve(event.identity.anonymousId))
              window.track('Tested', { label: 'who' })
              window.track.flush()
            }),
        )
      }),
    )
    found.push([new Set(ids).size, (await identityIn(pages[0])).anonymousId === ids[0] ? 1 : 0])
    await context.close()
  }
  await browser.close()
  expect(found).toEqual(Array(PROFILES).fill([1, 1]))
})

test('in an insecure context, tabs agree and the visitor stays the same', async ({
  klaviyo,
  site,
  profile,
}) => {
  const shop = `http://${PLAIN_HOST}:${site.port}`
  const pages = await Promise.all([visit(profile, `${shop}/`), visit(profile, `${shop}/next`)])
  expect(await pages[0].evaluate(() => [isSecureContext, 'randomUUID' in crypto])).toEqual([false, false])
  await trackAll(pages[0], ['one'])
  await trackAll(pages[1], ['two'])
  await expectRecorded(klaviyo, ['one', 'two'])
  await pages[0].evaluate(() => localStorage.clear())
  await pages[0].goto(`${shop}/`)
  await trackAll(pages[0], ['three'])
  await expectRecorded(klaviyo, ['three'])
  expect(new Set(klaviyo.events().map(({ profile }) => profile.anonymous_id)).size).toBe(1)
})

test.describe('with a cookie for the domain', () => {
  test.use({ attributes: { 'data-cookie-domain': 'auto' } })

  test('subdomains share the visitor; a log-out on one is known on the other', async ({
    klaviyo,
    site,
    profile,
  }) => {
    const at = (host: string) => `http://${host}:${site.port}/`
    const page = await visit(profile, at('www.shop.localhost'))
    await trackAll(page, ['www'])
    await expectRecorded(klaviyo, ['www'])
    // `localhost` is refused as a public suffix is, so the cookie lies one level below it.
    const cookies = await page.evaluate(async () => {
      const { cookieStore } = window as unknown as {
        readonly cookieStore: {
          getAll(): Promise<readonly { name: string; domain: string; sameSite: string }[]>
        }
      }
      return (await cookieStore.getAll()).map(({ name, domain, sameSite }) => ({ name, domain, sameSite }))
    })
    expect(cookies).toEqual([{ name: 'sendoff_id', domain: 'shop.localhost', sameSite: 'lax' }])

    await page.goto(at('blog.shop.localhost'))
    await trackAll(page, ['blog'])
    await page.goto(at('shop.localhost'))
    await trackAll(page, ['shop'])
    await expectRecorded(klaviyo, ['blog', 'shop'])
    await page.evaluate(() => window.track.reset())
    await trackAll(page, ['somebody else'])
    await page.goto(at('blog.shop.localhost'))
    await trackAll(page, ['somebody else, on the blog'])
    await expectRecorded(klaviyo, ['somebody else', 'somebody else, on the blog'])

    const visitors = klaviyo.events().map(({ profile }) => profile.anonymous_id)
    expect([visitors.slice(0, 3), visitors.slice(3)].map((ids) => new Set(ids).size)).toEqual([1, 1])
    expect(visitors[0]).not.toBe(visitors[3])

    await page.goto(at('other.localhost'))
    await trackAll(page, ['another site'])
    await expectRecorded(klaviyo, ['another site'])
    expect(klaviyo.events().at(-1)?.profile.anonymous_id).not.toBe(visitors[3])
  })
})

test('the full script lets a page come back out of the back/forward cache, and goes on', async ({
  klaviyo,
  site,
  profile,
}) => {
  const page = await visit(profile, site.origin)
  await trackAll(page, ['before'])
  await expectRecorded(klaviyo, ['before'])
  await page.evaluate(() => {
    addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted }))
  })
  await page.goto(`${site.origin}/bare`)
  await page.evaluate(() => setTimeout(() => history.back()))
  await expect
    .poll(() => page.evaluate(() => Reflect.get(window, 'persisted')).catch(() => 'not yet'))
    .toBe(true)
  await trackAll(page, ['after'])
  await expectRecorded(klaviyo, ['after'])
})
