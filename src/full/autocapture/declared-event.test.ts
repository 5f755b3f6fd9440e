import { expect, test } from 'vitest'
import { DECLARED_CHARS, declaredEvent, MAX_DECLARED_PROPERTIES } from './declared-event.ts'

const declaredBy = (attributes: Readonly<Record<string, string>>) =>
  declaredEvent(Object.entries(attributes).map(([name, value]) => ({ name, value })))

test('takes name and properties from the attributes, and nothing else', () => {
  const attributes = {
    class: 'x',
    'data-track-sku': '007',
    'data-track': ' Added to Cart ',
    'data-track-product-id': 'A-1',
    'data-tracking': 'y',
    'data-track-': 'z',
  }
  expect(declaredBy(attributes)).toEqual({
    name: 'Added to Cart',
    properties: { sku: '007', product_id: 'A-1' },
  })
})

test.each([{}, { 'data-track': ' ' }, { 'data-track-sku': 'A-1' }])(
  'declares nothing with %o',
  (attributes) => {
    expect(declaredBy(attributes)).toBeUndefined()
  },
)

test('cuts what is too long and leaves out what is too much', () => {
  const many = Array.from({ length: 60 }, (_, index) => [`data-track-p${index}`, 'v'.repeat(5_000)])
  const event = declaredBy({ 'data-track': 'n'.repeat(300), ...Object.fromEntries(many) })
  expect(event?.name).toHaveLength(DECLARED_CHARS.name)
  expect(Object.keys(event?.properties ?? {})).toHaveLength(MAX_DECLARED_PROPERTIES)
  expect(event?.properties.p0).toHaveLength(DECLARED_CHARS.value)
})

test('makes a property of a name that means something to objects', () => {
  const { properties } = declaredBy({ 'data-track': 'Tested', 'data-track-__proto__': 'x' }) ?? {}
  expect(JSON.stringify(properties)).toBe('{"__proto__":"x"}')
})
