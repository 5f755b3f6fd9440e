import { expect, type Frame, type Page } from '@playwright/test'
import { logIn, setUp, test } from './scene.ts'

const isTracked = (page: Page | Frame): Promise<boolean> => page.evaluate(() => 'track' in window)

test('administrators have no tracker', async ({ visitor, wordpress, klaviyo, browser }) => {
  setUp(wordpress)
  const guest = await browser.newPage()
  await guest.goto(wordpress.origin)
  expect(await isTracked(guest)).toBe(true)
  await expect.poll(() => klaviyo.events().length).toBe(1)
  await guest.close()
  klaviyo.reset()
  const page = await logIn(visitor, wordpress, 'administrator')
  for (const address of ['/', '/?p=1', '/?fired=woocommerce_thankyou', '/wp-admin/']) {
    await page.goto(`${wordpress.origin}${address}`)
    expect(await isTracked(page), address).toBe(false)
  }
  expect(klaviyo.requests()).toEqual([])
})

test('previews have no tracker', async ({ visitor, wordpress }) => {
  setUp(wordpress)
  // Who may write goods and nothing else is no staff: the preview alone is the reason.
  const page = await logIn(visitor, wordpress, 'decorator')
  await page.goto(`${wordpress.origin}/?p=1`)
  expect(await isTracked(page)).toBe(true)
  const draft = wordpress.run("return get_posts(['post_type' => 'goods', 'post_status' => 'draft'])[0]->ID;")
  await page.goto(`${wordpress.origin}/?post_type=goods&p=${draft}&preview=true`)
  await expect(page.locator('h1')).toHaveText('Lamp')
  expect(await isTracked(page)).toBe(false)
})

test('the customizer has no tracker', async ({ visitor, wordpress, klaviyo }) => {
  setUp(wordpress)
  const page = await logIn(visitor, wordpress, 'decorator')
  await page.goto(wordpress.origin)
  expect(await isTracked(page)).toBe(true)
  await expect.poll(() => klaviyo.events().length).toBe(1)
  await page.goto(`${wordpress.origin}/wp-admin/customize.php`)
  const frame = page.frameLocator('#customize-preview iframe').first()
  await expect(frame.locator('body.customize-partial-edit-shortcuts-shown, body.home')).toHaveCount(1)
  const preview = page.frames().find((each) => each.url().includes('customize_changeset_uuid'))
  expect(preview).toBeDefined()
  expect(await isTracked(preview as Frame)).toBe(false)
  expect(klaviyo.events()).toHaveLength(1)
})
