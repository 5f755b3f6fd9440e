import { expect, test } from 'vitest'
import { CAMPAIGN_NAMES, campaignAmong, campaignOf, MAX_CAMPAIGN_CHARS } from './campaign.ts'

test('takes every known name from the query, and nothing else', () => {
  const query = CAMPAIGN_NAMES.map((name) => `${name}=of+${name}`).join('&')
  expect(campaignOf(`https://shop.test/?size=xl&${query}&utm_other=x#gclid=y`)).toEqual(
    Object.fromEntries(CAMPAIGN_NAMES.map((name) => [name, `of ${name}`])),
  )
})

test('leaves out what is empty, trims, reads names in any case, and takes the first of two', () => {
  expect(campaignOf('https://shop.test/?utm_source=&utm_medium=%20&UTM_Campaign=+a+&utm_campaign=b')).toEqual(
    {
      utm_campaign: 'a',
    },
  )
})

test.each(['https://shop.test/', '', 'about:blank', 'https://shop.test/?%&=&utm_source'])(
  'finds none in %s',
  (url) => {
    expect(campaignOf(url)).toEqual({})
  },
)

test('cuts a value that is too long', () => {
  const [value] = Object.values(campaignOf(`/?gclid=${'x'.repeat(2_000)}`))
  expect(value).toHaveLength(MAX_CAMPAIGN_CHARS)
})

test('takes only texts from a record that something else has written', () => {
  const record: Record<string, unknown> = { gclid: 7, fbclid: ['x'], utm_source: 'a', other: 'b' }
  expect(campaignAmong((name) => record[name])).toEqual({ utm_source: 'a' })
})
