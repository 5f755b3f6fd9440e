import { expect, type Page } from '@playwright/test'
import { expectDelivered, logIn, profileRequests, recorded, setUp, test } from './scene.ts'

const stored = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...(await indexedDB.databases()).map(({ name }) => `${name}`),
  ])

const decide = (page: Page, decision: string): Promise<void> =>
  page.evaluate((said) => (Reflect.get(window, 'sendoffConsent') as (said: string) => void)(said), decision)

/** Until the script is there, the stub is: it keeps what it is told, and nothing shows yet. */
const untilThere = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => !('q' in (Reflect.get(window, 'track') as object)))

test('before consent nothing is stored or sent, and after a refusal nothing remains', async ({
  visitor,
  wordpress,
  klaviyo,
}) => {
  setUp(wordpress, { consent: 'required' })
  const page = await logIn(visitor, wordpress, 'customer')
  await page.goto(wordpress.origin)
  await untilThere(page)
  expect(await stored(page)).toEqual([])
  expect(klaviyo.requests()).toEqual([])

  await decide(page, 'granted')
  await expect.poll(() => profileRequests(klaviyo).length).toBe(1)
  await expectDelivered(page)
  expect(recorded(klaviyo)).toEqual(['Viewed Page'])
  expect(await stored(page)).toContain('sendoff-wordpress')

  await decide(page, 'denied')
  await expect.poll(() => stored(page)).toEqual([])

  // Who agrees again is told of again.
  await page.goto(wordpress.origin)
  await decide(page, 'granted')
  await expect.poll(() => profileRequests(klaviyo).length).toBe(2)
})

test('consent that is there from the visit before identifies nobody again', async ({
  visitor,
  wordpress,
  klaviyo,
}) => {
  setUp(wordpress, { consent: 'required' })
  const page = await logIn(visitor, wordpress, 'customer')
  for (const _ of [1, 2]) {
    await page.goto(wordpress.origin)
    await decide(page, 'granted')
    await expectDelivered(page)
  }
  await expect.poll(() => recorded(klaviyo)).toEqual(['Viewed Page', 'Viewed Page'])
  expect(profileRequests(klaviyo)).toHaveLength(1)
})

/** The plugin WP Consent API, as far as it is asked. */
const CONSENT_API = (type: string, isGranted: boolean): string => `
  window.wp_consent_type = ${JSON.stringify(type)}
  window.wp_has_consent = () => ${isGranted} || !window.wp_consent_type`

test('consent is taken from the plugin WP Consent API', async ({ visitor, wordpress, klaviyo }) => {
  setUp(wordpress, { consent: 'required' })
  await visitor.addInitScript(CONSENT_API('optin', false))
  const page = await visitor.newPage()
  await page.goto(wordpress.origin)
  await untilThere(page)
  expect(await stored(page)).toEqual([])
  const change = (said: string) =>
    page.evaluate(
      (marketing) =>
        document.dispatchEvent(new CustomEvent('wp_listen_for_consent_change', { detail: { marketing } })),
      said,
    )
  await change('allow')
  await expect.poll(() => recorded(klaviyo)).toEqual(['Viewed Page'])
  await change('deny')
  await expect.poll(() => stored(page)).toEqual([])
})

test('consent that WP Consent API has from before is taken at once', async ({
  visitor,
  wordpress,
  klaviyo,
}) => {
  setUp(wordpress, { consent: 'required' })
  await visitor.addInitScript(CONSENT_API('optin', true))
  const page = await visitor.newPage()
  await page.goto(wordpress.origin)
  await expect.poll(() => recorded(klaviyo)).toEqual(['Viewed Page'])
})

test('WP Consent API without a banner, which allows everything, is no consent', async ({
  visitor,
  wordpress,
  klaviyo,
}) => {
  setUp(wordpress, { consent: 'required' })
  await visitor.addInitScript(CONSENT_API('', false))
  const page = await visitor.newPage()
  await page.goto(wordpress.origin)
  await untilThere(page)
  expect(await page.evaluate(() => (Reflect.get(window, 'wp_has_consent') as () => boolean)())).toBe(true)
  expect(await stored(page)).toEqual([])
  expect(klaviyo.requests()).toEqual([])
})
