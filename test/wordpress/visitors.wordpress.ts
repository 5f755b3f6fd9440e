import { expect, type Page } from '@playwright/test'
import { expectDelivered, logIn, profileRequests, recorded, setUp, test } from './scene.ts'

const track = (page: Page, name: string): Promise<unknown> =>
  page.evaluate((event) => void (Reflect.get(window, 'track') as (event: string) => void)(event), name)

test('a visitor’s page view and event arrive', async ({ visitor, wordpress, klaviyo }) => {
  setUp(wordpress)
  const page = await visitor.newPage()
  await page.goto(`${wordpress.origin}/?p=1`)
  await track(page, 'Joined Waiting List')
  await expect.poll(() => recorded(klaviyo).toSorted()).toEqual(['Joined Waiting List', 'Viewed Page'])
  await expectDelivered(page)
  const [view] = klaviyo.events().filter(({ metric }) => metric === 'Viewed Page')
  expect(view?.properties).toMatchObject({ url: `${wordpress.origin}/?p=1` })
  expect(profileRequests(klaviyo)).toEqual([])
})

test('page views are left out where the site wants none', async ({ visitor, wordpress, klaviyo }) => {
  setUp(wordpress, { pageviews: '' })
  const page = await visitor.newPage()
  await page.goto(wordpress.origin)
  await track(page, 'Joined Waiting List')
  await expectDelivered(page)
  expect(recorded(klaviyo)).toEqual(['Joined Waiting List'])
})

test('a customer is identified once, and again only when something changed', async ({
  visitor,
  wordpress,
  klaviyo,
}) => {
  setUp(wordpress)
  const page = await logIn(visitor, wordpress, 'customer')
  const visit = async (address: string) => {
    await page.goto(`${wordpress.origin}${address}`)
    await expect.poll(() => recorded(klaviyo).length, { message: address }).toBeGreaterThan(0)
    await expectDelivered(page)
    const views = recorded(klaviyo)
    const profiles = profileRequests(klaviyo).map(({ body }) => body)
    return { views, profiles }
  }
  const first = await visit('/')
  expect(first.profiles).toHaveLength(1)
  expect(JSON.parse(first.profiles[0] ?? '')).toMatchObject({
    data: { attributes: { email: 'customer@shop.test', first_name: 'Ada' } },
  })
  for (const address of ['/?p=1', '/', '/?p=1']) {
    const { views, profiles } = await visit(address)
    expect(views).toContain('Viewed Page')
    expect(profiles, address).toHaveLength(1)
  }
  // In another tab, too.
  const tab = await visitor.newPage()
  await tab.goto(wordpress.origin)
  await expectDelivered(tab)
  expect(profileRequests(klaviyo)).toHaveLength(1)

  wordpress.run(
    "return wp_update_user(['ID' => get_user_by('login', 'customer')->ID, 'first_name' => 'Augusta']);",
  )
  const changed = await visit('/')
  expect(changed.profiles).toHaveLength(2)
  expect(changed.profiles[1]).toContain('Augusta')

  // An empty name says nothing: the vendor keeps what it knows.
  wordpress.run("return wp_update_user(['ID' => get_user_by('login', 'customer')->ID, 'first_name' => '']);")
  const emptied = await visit('/?p=1')
  expect(emptied.profiles).toHaveLength(3)
  expect(emptied.profiles[2]).not.toContain('first_name')
  expect(klaviyo.profiles().map(({ attributes }) => attributes)).toMatchObject([{ first_name: 'Augusta' }])
  const people = new Set(klaviyo.events().map(({ profile }) => profile.email))
  expect([...people].filter((email) => email && email !== 'customer@shop.test')).toEqual([])
})

test('who has no name is identified without one', async ({ visitor, wordpress, klaviyo }) => {
  setUp(wordpress)
  const page = await logIn(visitor, wordpress, 'nameless')
  await page.goto(wordpress.origin)
  await expect.poll(() => profileRequests(klaviyo).length).toBe(1)
  await expectDelivered(page)
  const [{ body } = { body: '' }] = profileRequests(klaviyo)
  expect(body).toContain('nameless@shop.test')
  expect(body).not.toMatch(/first_name|last_name/)
})

test('who logs out is somebody else from then on', async ({ visitor, wordpress, klaviyo }) => {
  setUp(wordpress)
  const page = await logIn(visitor, wordpress, 'customer')
  await page.goto(wordpress.origin)
  await expect.poll(() => profileRequests(klaviyo).length).toBe(1)
  await expectDelivered(page)
  await page.goto(`${wordpress.origin}/wp-login.php?action=logout`)
  await page.click('a:text("log out")')
  await page.goto(wordpress.origin)
  await track(page, 'Looked Around')
  await expectDelivered(page)
  await expect.poll(() => recorded(klaviyo)).toContain('Looked Around')
  const later = klaviyo.events().find(({ metric }) => metric === 'Looked Around')
  expect(later?.profile.email).toBeUndefined()
  expect(await page.evaluate(() => document.cookie)).not.toContain('sendoff_logged_out')

  // And is told of again when they come back.
  await page.close()
  const back = await logIn(visitor, wordpress, 'customer')
  await back.goto(wordpress.origin)
  await expect.poll(() => profileRequests(klaviyo).length).toBe(2)
})

test('what WooCommerce says is tracked, an order once', async ({ visitor, wordpress, klaviyo }) => {
  setUp(wordpress, { pageviews: '' })
  const page = await visitor.newPage()
  for (const fired of ['woocommerce_after_single_product', 'woocommerce_thankyou', 'woocommerce_thankyou']) {
    await page.goto(`${wordpress.origin}/?fired=${fired}`)
    await expectDelivered(page)
  }
  await expect.poll(() => recorded(klaviyo).toSorted()).toEqual(['Placed Order', 'Viewed Product'])
  const [product, order] = klaviyo.events().toSorted((a, b) => b.metric.localeCompare(a.metric))
  expect(product?.properties).toMatchObject({
    sku: 'A-1',
    title: 'Lamp </script>',
    value: 19.9,
    currency: 'EUR',
  })
  expect(order?.properties).toMatchObject({ value: 39.8, currency: 'EUR' })
  expect(order?.profile).toMatchObject({ email: 'guest@shop.test' })
})
