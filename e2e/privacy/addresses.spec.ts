import { expect } from '@playwright/test'
import { test } from '../support/fixtures.ts'
import { recordedAs } from '../support/recorded.ts'
import { fullPage } from '../support/shop-html.ts'
import { visit } from '../support/shop-page.ts'
import { expectQueueEmpty } from '../support/verdict.ts'
import { HIDING, SECRETS } from './addresses.ts'

/** Browsers refuse more than some hundred changes of the history in a short time. */
const AT_ONCE = 40

test('tells nothing personal of an address, however it is written', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  test.setTimeout(240_000)
  site.setPage('/app', fullPage(vendor))
  for (let at = 0; at < HIDING.length; at += AT_ONCE) {
    const page = await visit(profile, `${site.origin}/app`)
    const addresses = HIDING.slice(at, at + AT_ONCE)
    await page.evaluate((addresses) => {
      for (const address of addresses) {
        history.replaceState(null, '', address)
        window.track('Tested')
      }
      history.replaceState(null, '', '/app')
    }, addresses)
    await expect.poll(() => recordedAs(klaviyo, 'Tested').length).toBe(at + addresses.length)
    await expectQueueEmpty(page)
    await page.close()
  }

  const told = recordedAs(klaviyo, 'Tested').map(({ properties }) => `${properties.url}`)
  expect(told.filter((url) => !url.includes('redacted') && !url.endsWith('//localhost/b'))).toEqual([])
  for (const { body } of klaviyo.requests()) expect(body).not.toMatch(SECRETS)
})

test('tells nothing personal of a link, nor the user and the password before its host', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  const links = HIDING.map((address) => `<a href="http://ada:s3cret@other.test${address}">x</a>`).join('')
  const stay = "<script>addEventListener('click', (event) => event.preventDefault())</script>"
  site.setPage('/app', fullPage(vendor, { 'data-outbound': '' }, { body: stay + links }))
  const page = await visit(profile, `${site.origin}/app`)
  await page.evaluate(() => {
    for (const link of document.querySelectorAll('a')) link.click()
  })

  await expect.poll(() => recordedAs(klaviyo, 'Clicked Link').length).toBe(HIDING.length)
  await expectQueueEmpty(page)
  for (const { body } of klaviyo.requests()) expect(body).not.toMatch(SECRETS)
})
