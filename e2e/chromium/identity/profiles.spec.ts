import { chromium, expect } from '@playwright/test'
import { launchOptions, PLAIN_HOST } from '../../../testing/browsers/launch-options.ts'
import { FULL, test } from '../../support/fixtures.ts'
import { expectIdle, trackAll, visit } from '../../support/shop-page.ts'
import { expectRecorded } from '../../support/verdict.ts'

test.use(FULL)

const PROFILES = 50
/** The number of profiles that run at the same time. */
const AT_ONCE = 5

test.describe('fresh profiles', () => {
  const tracks = "track('Tested', { label: location.search }); track.flush()"
  test.use({ tail: `<script>${tracks}</script>` })

  test(`${PROFILES} of them, two tabs at the same instant in each: one anonymous id each`, async ({
    klaviyo,
    site,
  }) => {
    test.setTimeout(900_000)
    const idsIn = (label: string) =>
      klaviyo
        .events()
        .filter(({ properties }) => properties.label === label)
        .map(({ profile }) => `${profile.anonymous_id}`)
    const browser = await chromium.launch(launchOptions)
    const visitProfile = async (label: string) => {
      const context = await browser.newContext()
      const pages = await Promise.all([context.newPage(), context.newPage()])
      await Promise.all(pages.map((page) => page.goto(site.origin + label, { waitUntil: 'commit' })))
      await expect.poll(() => idsIn(label).length, { timeout: 120_000 }).toBe(pages.length)
      await context.close()
    }
    const labels = Array.from({ length: PROFILES }, (_, index) => `?${index}`)
    for (let at = 0; at < PROFILES; at += AT_ONCE)
      await Promise.all(labels.slice(at, at + AT_ONCE).map(visitProfile))
    await browser.close()
    const ids = labels.map((label) => new Set(idsIn(label)))
    expect(ids.map(({ size }) => size)).toEqual(Array(PROFILES).fill(1))
    // No two profiles share an id.
    expect(new Set(ids.flatMap((set) => [...set])).size).toBe(PROFILES)
  })
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
    // The browser refuses `localhost` as it refuses a public suffix, so the cookie lies one level below it.
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
  await expectIdle(page)
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
