import { expect } from '@playwright/test'
import { logIn, setUp, test } from './scene.ts'

const settingsIn = (run: (code: string) => unknown) => run("return get_option('sendoff');")

test('an administrator activates the plugin and is shown its settings', async ({ visitor, wordpress }) => {
  wordpress.run("deactivate_plugins('sendoff/sendoff.php'); return delete_option('sendoff');")
  const page = await logIn(visitor, wordpress, 'administrator')
  await page.goto(`${wordpress.origin}/wp-admin/plugins.php`)
  await page.click('#activate-sendoff')
  await expect(page.locator('#message')).toContainText('Plugin activated')
  await page.click('tr[data-slug="sendoff"] a:text-is("Settings")')
  await expect(page.locator('h1')).toHaveText('sendoff')
  await expect(page.locator('#sendoff_key')).toHaveValue('')
  await expect(page.locator('#sendoff_pageviews')).toBeChecked()
})

test('nothing is tracked before there is a key', async ({ wordpress, visitor }) => {
  setUp(wordpress, { key: '' })
  const page = await visitor.newPage()
  await page.goto(wordpress.origin)
  expect(await page.content()).not.toContain('sendoff')
})

test('what is saved is there again', async ({ visitor, wordpress }) => {
  setUp(wordpress, { key: '' })
  const page = await logIn(visitor, wordpress, 'administrator')
  await page.goto(`${wordpress.origin}/wp-admin/options-general.php?page=sendoff`)
  await page.fill('#sendoff_key', ' AbC123 ')
  await page.selectOption('#sendoff_consent', 'required')
  await page.uncheck('#sendoff_pageviews')
  await page.check('#sendoff_worker')
  await page.click('#submit')
  await expect(page.locator('.notice-success')).toContainText('Settings saved')
  expect(settingsIn(wordpress.run)).toEqual({
    key: 'AbC123',
    consent: 'required',
    pageviews: '',
    worker: '1',
  })
  await page.reload()
  await expect(page.locator('#sendoff_key')).toHaveValue('AbC123')
  await expect(page.locator('#sendoff_consent')).toHaveValue('required')
  await expect(page.locator('#sendoff_pageviews')).not.toBeChecked()
  await expect(page.locator('#sendoff_worker')).toBeChecked()
})

for (const { given, told } of [
  { given: 'pk_0123456789abcdef', told: 'private key' },
  { given: 'xYz98', told: 'six letters or digits' },
  { given: '"><script>alert(1)</script>', told: 'six letters or digits' },
])
  test(`a key that cannot be one is refused and not repeated: ${given.slice(0, 8)}`, async ({
    visitor,
    wordpress,
  }) => {
    setUp(wordpress)
    const page = await logIn(visitor, wordpress, 'administrator')
    await page.goto(`${wordpress.origin}/wp-admin/options-general.php?page=sendoff`)
    await page.fill('#sendoff_key', given)
    await page.click('#submit')
    await expect(page.locator('.notice-error')).toContainText(told)
    await expect(page.locator('.notice-success')).toHaveCount(0)
    expect(await page.content()).not.toContain(given)
    await expect(page.locator('#sendoff_key')).toHaveValue('AbC123')
    expect(settingsIn(wordpress.run)).toMatchObject({ key: 'AbC123' })
  })

test('nobody but an administrator may see or set them', async ({ visitor, wordpress }) => {
  setUp(wordpress)
  const page = await logIn(visitor, wordpress, 'customer')
  const answer = await page.goto(`${wordpress.origin}/wp-admin/options-general.php?page=sendoff`)
  expect(answer?.status()).toBe(403)
  const saved = await page.request.post(`${wordpress.origin}/wp-admin/options.php`, {
    form: { option_page: 'sendoff', action: 'update', 'sendoff[key]': 'ZzZ999' },
  })
  expect(saved.status()).toBe(403)
  expect(settingsIn(wordpress.run)).toMatchObject({ key: 'AbC123' })
})
