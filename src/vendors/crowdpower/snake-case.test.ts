import fc from 'fast-check'
import { expect, test } from 'vitest'
import { snakeCased } from './snake-case.ts'

test.each([
  ['productId', 'product_id'],
  ['ProductID', 'product_id'],
  ['Product ID', 'product_id'],
  ['product-id', 'product_id'],
  ['product.id', 'product_id'],
  ['product_id', 'product_id'],
  ['$value', 'value'],
  ['SKU', 'sku'],
  ['HTTPStatus', 'http_status'],
  ['size2XL', 'size2_xl'],
  ['größeCm', 'größe_cm'],
  ['цвет товара', 'цвет_товара'],
  ['€', '€'],
  ['', ''],
])('"%s" becomes "%s"', (name, expected) => {
  expect(snakeCased({ [name]: 1 })).toEqual({ [expected]: 1 })
})

test('names that would become one keep their own', () => {
  const properties = { productId: 1, product_id: 2, 'Product ID': 3, unitPrice: 4 }
  expect(snakeCased(properties)).toEqual({ productId: 1, product_id: 2, 'Product ID': 3, unit_price: 4 })
})

test('no property is lost, whatever the names', () => {
  const names = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^[aA][_ bB]{0,3}$/),
    fc.constant('__proto__'),
  )
  fc.assert(
    fc.property(fc.uniqueArray(names), (list) => {
      const properties = Object.fromEntries(list.map((name, index) => [name, index]))
      expect(Object.values(snakeCased(properties)).sort()).toEqual(Object.values(properties).sort())
    }),
  )
})
