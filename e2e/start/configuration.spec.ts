import { expect } from '@playwright/test'
import { snippet } from '../../demo/snippet.ts'
import { test } from '../support/fixtures.ts'
import { attributesFor, pageWith } from '../support/shop-html.ts'
import { labelled, trackAll, visit } from '../support/shop-page.ts'
import { expectEachOnce } from '../support/verdict.ts'

const mistakes: readonly {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly says: RegExp
}[] = [
  {
    name: 'a private key',
    attributes: { 'data-key': 'pk_0123456789abcdef' },
    says: /companyId \(data-key\) is malformed; expected .*public.*never a private pk_ key/,
  },
  {
    name: 'a wrong key',
    attributes: { 'data-key': 'not a key' },
    says: /companyId \(data-key\) is malformed; expected/,
  },
  { name: 'no key', attributes: {}, says: /companyId \(data-key\) is malformed; expected/ },
  {
    name: 'an option that this script does not have',
    attributes: { 'data-key': 'AbC123', 'data-consent': 'required' },
    // The message never has the value, which may be a secret under a mistaken name.
    says: /sendoff: consent is unknown; expected one of destinations,maxAgeDays,maxEvents,namespace/,
  },
  {
    name: 'a destination that the script is not for',
    attributes: { 'data-key': 'AbC123', 'data-destination': 'pigeon' },
    says: /sendoff: data-destination is pigeon; expected klaviyo$/,
  },
  {
    name: 'an option out of its bounds',
    attributes: { 'data-key': 'AbC123', 'data-max-events': '-1' },
    says: /maxEvents is -1; expected a positive number/,
  },
]

for (const { name, attributes, says } of mistakes) {
  test(`refuses ${name} at start and names the field`, async ({ klaviyo, vendor, site, profile }) => {
    const listen = "<script>addEventListener('error', ({ message }) => { window.told = message })</script>"
    const tags = snippet({ 'data-endpoint': vendor.origin, ...attributes })
    site.setPage('/mistaken', pageWith(`${listen}${tags}`))
    const page = await visit(profile, `${site.origin}/mistaken`)

    await expect.poll(() => page.evaluate(() => `${Reflect.get(window, 'told')}`)).toMatch(says)
    // The stub stays, so that the page's own calls still do not throw.
    await trackAll(page, ['event'])
    expect(klaviyo.requests()).toEqual([])
  })
}

test('a second copy of the script leaves the first alone', async ({ klaviyo, vendor, site, profile }) => {
  const tags = snippet(attributesFor(vendor))
  const script = tags.slice(tags.lastIndexOf('<script'))
  site.setPage('/twice', pageWith(`${tags}${script}${script}`))
  const page = await visit(profile, `${site.origin}/twice`)
  await trackAll(page, labelled('event', 20))

  await expectEachOnce(klaviyo, labelled('event', 20), page)
})

test('data-global renames the tracker, and leaves window.track to the page', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  const tags = snippet({ ...attributesFor(vendor), 'data-global': 'shopTrack' })
  const renamed = tags.replaceAll('.track', '.shopTrack')
  site.setPage('/renamed', pageWith(`<script>window.track = 'of the page'</script>${renamed}`))
  const page = await visit(profile, `${site.origin}/renamed`)
  await page.evaluate(() => Reflect.get(window, 'shopTrack')('Renamed'))

  await expect.poll(() => klaviyo.events().map(({ metric }) => metric)).toEqual(['Renamed'])
  expect(await page.evaluate(() => `${window.track}`)).toBe('of the page')
})
