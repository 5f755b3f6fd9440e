import { expect, test } from 'vitest'
import { klaviyo } from '../vendors/klaviyo/destination.ts'
import { type FullOptions, fullConfigOf } from './full-options.ts'
import { fromAttributes } from './script-attributes.ts'

const BARE: FullOptions = { destinations: [klaviyo({ companyId: 'AbC123' })] }

test('the context is told unless the site says otherwise; what happens by itself is tracked only if asked for', () => {
  expect(fullConfigOf(BARE).watch).toEqual({
    context: true,
    redact: undefined,
    clickIds: [],
    pageviews: false,
    declarative: false,
    outbound: false,
  })
})

test('attributes without a value switch on, and false or off switch off', () => {
  const data = { pageviews: '', declarative: 'true', outbound: 'on', context: 'false' }
  const { watch } = fullConfigOf(fromAttributes({ ...BARE, ...data } as unknown as FullOptions))
  expect(watch).toMatchObject({ pageviews: 'path', declarative: true, outbound: true, context: false })
})

test.each([['query'], ['hash']])('page views may be of another %s, too', (pageviews) => {
  const options = fromAttributes({ ...BARE, pageviews } as unknown as FullOptions)
  expect(fullConfigOf(options).watch.pageviews).toBe(pageviews)
})

test('names of click ids stand between spaces or commas', () => {
  const clickIdsOf = (clickIds: string) =>
    fullConfigOf(fromAttributes({ ...BARE, clickIds } as unknown as FullOptions)).watch.clickIds
  expect(clickIdsOf('irclickid, awc\n x-y')).toEqual(['irclickid', 'awc', 'x-y'])
  expect(() => clickIdsOf('a=b')).toThrow('sendoff: clickIds is a=b; expected names of parameters')
})

test.each(['context', 'pageviews', 'declarative', 'outbound', 'redact'])(
  'a wrong %s is refused by name',
  (name) => {
    const wrong = { ...BARE, [name]: 'sometimes' } as unknown as FullOptions
    expect(() => fullConfigOf(wrong)).toThrow(new RegExp(`^sendoff: ${name} is sometimes; expected`))
    expect(() => fullConfigOf(fromAttributes(wrong))).toThrow(`sendoff: ${name} is sometimes`)
  },
)
