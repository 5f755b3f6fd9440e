import { expect } from '@playwright/test'
import { snippet } from '../../demo/snippet.ts'
import { test } from '../support/fixtures.ts'
import { attributesFor, pageWith } from '../support/shop-html.ts'
import { trackAll, visit } from '../support/shop-page.ts'
import { expectEachOnce } from '../support/verdict.ts'
import { LISTEN, saidOn } from './listening.ts'
import { CODE, inline, options, PLACES, SRC } from './places.ts'

for (const { name, html } of PLACES) {
  for (const stub of ['with', 'without']) {
    test(`starts in ${name}, ${stub} the stub`, async ({ klaviyo, vendor, site, profile }) => {
      const [early = ''] = snippet({}).split('\n')
      const attributes = `data-key="AbC123" data-endpoint="${vendor.origin}"`
      site.setPage('/place', pageWith(LISTEN + (stub === 'with' ? early : '') + html(attributes)))
      const page = await visit(profile, `${site.origin}/place`)
      await expect.poll(() => page.evaluate(() => window.track instanceof Function)).toBe(true)
      await trackAll(page, ['event'])

      await expectEachOnce(klaviyo, ['event'], page)
      expect(await saidOn(page)).toEqual([])
    })
  }
}

test('says once that nothing is configured, and leaves the code behind it alone', async ({
  klaviyo,
  site,
  profile,
}) => {
  const clobbered = '<a id="sendoffOptions" data-key="Evil66"></a>'
  site.setPage('/bundle', pageWith(LISTEN + clobbered + inline(`${CODE};window.behind = 1`)))
  const page = await visit(profile, `${site.origin}/bundle`)

  expect(await page.evaluate(() => Reflect.get(window, 'behind'))).toBe(1)
  expect(await saidOn(page)).toEqual(['sendoff: no data-key, no window.sendoffOptions'])
  expect(klaviyo.requests()).toEqual([])
})

test('a wrong key in a bundle is an error of the page, and not of the code behind it', async ({
  site,
  profile,
}) => {
  const wrong = options('data-key="pk_0123456789abcdef"')
  site.setPage('/bundle', pageWith(LISTEN + wrong + inline(`${CODE};window.behind = 1`)))
  const page = await visit(profile, `${site.origin}/bundle`)

  expect(await page.evaluate(() => Reflect.get(window, 'behind'))).toBe(1)
  expect((await saidOn(page)).join()).toMatch(/data-key\) .*expected .*never a private pk_ key/)
})

test('markup that is named as the script loads no code and gets no events', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  const evil = `<img name="title" src="data:,"><img name="referrer" src="data:,"><img name="currentScript" src="${site.localhost}/evil.js" data-debug data-key="Evil66" data-endpoint="${site.localhost}">`
  const tag = snippet({ 'data-destination': 'klaviyo', ...attributesFor(vendor) }, '/dist/sendoff.full.js')
  site.setPage('/clobbered', pageWith(`${evil}${tag}`))
  const page = await visit(profile, `${site.origin}/clobbered`)
  await trackAll(page, ['event'])

  await expectEachOnce(klaviyo, ['event'], page)
  expect(await page.evaluate(() => document.scripts.length)).toBe(2)
  expect(klaviyo.events()[0]?.properties.title).toBe('Shop')
})

test('an endpoint on Object.prototype gets no events', async ({ klaviyo, vendor, site, profile }) => {
  const pollute = inline(
    `for (const [name, value] of Object.entries({ endpoint: '${site.localhost}', global: 'evil', destination: 'evil' })) Object.defineProperty(Object.prototype, name, { value, writable: true, configurable: true })`,
  )
  const tag = `<script async src="${SRC}" data-key="AbC123"></script>`
  site.setPage('/polluted', pageWith(pollute + tag))
  const page = await profile.page()
  await page.goto(`${site.origin}/polluted`)
  await page.evaluate(() => {
    window.fetch = async (url) => {
      Object.assign(window, { asked: `${url}` })
      return new Response('', { status: 503 })
    }
    window.track('Tested')
  })

  await expect
    .poll(() => page.evaluate(() => Reflect.get(window, 'asked')))
    .toMatch(/^https:\/\/a\.klaviyo\.com\//)
  expect([klaviyo.requests().length, vendor.requests().length]).toEqual([0, 0])
})
