import { expect, test } from 'vitest'
import { CAMPAIGN_NAMES, createCampaigns, MAX_CAMPAIGN_CHARS } from './campaign.ts'

const campaigns = createCampaigns()

test('takes every known name from the query, and nothing else', () => {
  const query = CAMPAIGN_NAMES.map((name) => `${name}=of+${name}`).join('&')
  expect(campaigns.of(`https://shop.test/?size=xl&${query}&utm_other=x&_kx=k.AbC123#gclid=y`)).toEqual(
    Object.fromEntries(CAMPAIGN_NAMES.map((name) => [name, `of ${name}`])),
  )
})

test.each([
  'https://shop.test/#utm_source=a&gclid=b',
  'https://shop.test/#/shop?utm_source=a&gclid=b',
  'https://shop.test/?utm_source=a#gclid=b',
  'https://shop.test/?gclid=b#/shop?utm_source=a&gclid=later',
])('finds one in the fragment of %s', (url) => {
  expect(campaigns.of(url)).toEqual({ utm_source: 'a', gclid: 'b' })
})

test('leaves out what is empty, trims, reads names in any case, and takes the first of two', () => {
  expect(
    campaigns.of('https://shop.test/?utm_source=&utm_medium=%20&UTM_Campaign=+a+&utm_campaign=b'),
  ).toEqual({ utm_campaign: 'a' })
  expect(campaigns.of('https://shop.test/?ScCid=s')).toEqual({ sccid: 's' })
})

test('takes the names that the site has added, and tells them as the site writes them', () => {
  const { of, among } = createCampaigns(['irclickid', 'awClick'])
  expect(of('https://shop.test/?irclickid=i&awclick=a&other=x&gclid=g')).toEqual({
    gclid: 'g',
    irclickid: 'i',
    awClick: 'a',
  })
  expect(among((name) => (name === 'awClick' ? 'a' : 7))).toEqual({ awClick: 'a' })
})

test.each(['https://shop.test/', '', 'about:blank', 'https://shop.test/?%&=&utm_source'])(
  'finds none in %s',
  (url) => {
    expect(campaigns.of(url)).toEqual({})
  },
)

test('cuts a value that is too long', () => {
  const [value] = Object.values(campaigns.of(`/?gclid=${'x'.repeat(2_000)}`))
  expect(value).toHaveLength(MAX_CAMPAIGN_CHARS)
})

test('takes only texts from a record that something else has written', () => {
  const record: Record<string, unknown> = { gclid: 7, fbclid: ['x'], utm_source: 'a', other: 'b' }
  expect(campaigns.among((name) => record[name])).toEqual({ utm_source: 'a' })
})
