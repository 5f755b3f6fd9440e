import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idOf } from './placeholder.ts'

test.each<[unknown, string]>([
  ['customer-7', 'customer-7'],
  [' 7 ', '7'],
  [7, '7'],
  [7n, '7'],
  ['ada@shop.test', 'ada@shop.test'],
  ['Nullmeyer', 'Nullmeyer'],
  ['guest-7', 'guest-7'],
  ['007', '007'],
  ['用户', '用户'],
  ['{8f14e45f-ceea-467f-a8f3-3a1c9b2d4e5f}', '{8f14e45f-ceea-467f-a8f3-3a1c9b2d4e5f}'],
  ['x'.repeat(255), 'x'.repeat(255)],
])('takes %o for the id that it is', (given, id) => {
  expect(idOf(given)).toBe(id)
})

test.each<unknown>([
  undefined,
  null,
  '',
  '  ',
  Number.NaN,
  0,
  -0,
  true,
  false,
  {},
  [],
  ['7'],
  { id: 7 },
  () => 7,
  new Date(7),
  'undefined',
  'null',
  'NULL',
  ' None ',
  'nil',
  'NaN',
  'n/a',
  'N/A',
  '0',
  '000',
  '0.0',
  '-',
  '--',
  '?',
  'true',
  'false',
  'guest',
  'Guest',
  'anonymous',
  'unknown',
  'not set',
  '(not set)',
  '[object Object]',
  '[object Promise]',
  '{{ customer.id }}',
  '{% if customer %}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: as it stands in a page where nobody has filled it in.
  '${user.id}',
  '<%= user.id %>',
  '<?php echo $id ?>',
  '00000000-0000-0000-0000-000000000000',
  'x'.repeat(256),
])('takes %o for nobody', (given) => {
  expect(idOf(given)).toBe('')
})

test('takes its own answer for what it is', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.double(), fc.anything()), (given) => {
      const id = typeof given === 'symbol' ? '' : idOf(given)
      expect(idOf(id)).toBe(id)
      expect(id.length).toBeLessThanOrEqual(255)
    }),
  )
})
