import { expect } from '@playwright/test'
import { snippet } from '../../demo/snippet.ts'
import { test } from '../support/fixtures.ts'
import { attributesFor, pageWith } from '../support/shop-html.ts'
import { visit } from '../support/shop-page.ts'
import { LISTEN, saidOn } from './listening.ts'
import { inline } from './places.ts'

const TAKEN = "sendoff: window.track is the page's own; data-global takes another name"

test('a page that puts something else in the place of the tracker is told', async ({
  vendor,
  site,
  profile,
}) => {
  site.setPage('/replaced', pageWith(LISTEN + snippet(attributesFor(vendor))))
  const page = await visit(profile, `${site.origin}/replaced`)
  const held = await page.evaluate(() => {
    Reflect.set(window, 'track', 'of the page')
    return Reflect.get(window, 'track')
  })

  expect(held).toBe('of the page')
  expect(await saidOn(page)).toEqual([TAKEN])
})

test('a function of the page that has the name already is left alone, and the page is told', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  const own = inline('function track() { return 7 }')
  site.setPage('/own', pageWith(LISTEN + own + snippet(attributesFor(vendor))))
  const page = await visit(profile, `${site.origin}/own`)

  await expect.poll(() => saidOn(page)).toEqual([TAKEN])
  expect(await page.evaluate(() => Reflect.apply(window.track, undefined, []))).toBe(7)
  expect(klaviyo.requests()).toEqual([])
})

for (const element of [
  '<div id="shopTrack"></div>',
  '<form name="shopTrack"></form>',
  '<iframe name="shopTrack"></iframe>',
])
  for (const stub of ['with', 'without'])
    test(`starts under the name of data-global where the page has ${element}, ${stub} the stub`, async ({
      klaviyo,
      vendor,
      site,
      profile,
    }) => {
      const attributes = { ...attributesFor(vendor), 'data-global': 'shopTrack' }
      const [early = '', script = ''] = snippet(attributes).replaceAll('.track', '.shopTrack').split('\n')
      site.setPage('/named', pageWith(LISTEN + element + (stub === 'with' ? early : '') + script))
      const page = await visit(profile, `${site.origin}/named`)
      await expect
        .poll(() => page.evaluate(() => 'flush' in Object(Reflect.get(window, 'shopTrack'))))
        .toBe(true)
      await page.evaluate(() => Reflect.get(window, 'shopTrack')('Renamed'))

      await expect.poll(() => klaviyo.events().map(({ metric }) => metric)).toEqual(['Renamed'])
      expect(await saidOn(page)).toEqual([])
    })
