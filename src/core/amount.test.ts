import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amountOf, currencyOf } from './amount.ts'

describe('an amount', () => {
  test.each([
    [0, 0],
    [19.9, 19.9],
    [-5, -5],
    ['0', 0],
    ['0.00', 0],
    [' 19.90 ', 19.9],
    ['19,90', 19.9],
    ['.5', 0.5],
    ['0.125', 0.125],
    ['0,125', 0.125],
    ['1234', 1234],
    ['1234.567', 1234.567],
    ['1,299.00', 1299],
    ['1.299,00 €', 1299],
    ['$1,299.00', 1299],
    ['-$1,299.50', -1299.5],
    ['$-1,299.50', -1299.5],
    ['US$ 19.90', 19.9],
    ['R$ 1.299,00', 1299],
    ['19.90 EUR', 19.9],
    ['EUR19,90', 19.9],
    ['1 299,00 €', 1299],
    ['1\u202f299,00\u00a0€', 1299],
    ["CHF 1'299.50", 1299.5],
    ['1,299,000', 1_299_000],
    ['1.299.000', 1_299_000],
    ['₹12,34,567.50', 1_234_567.5],
    ['1 299', 1299],
  ])('is read where one number can be meant: %j', (value, amount) => {
    expect(amountOf(value)).toBe(amount)
  })

  test.each(['1,299', '1.299', '12.500', '-1,299', '$1,299', '1.299 €'])(
    'is none where two may be meant: %j',
    (value) => {
      expect(amountOf(value)).toBeUndefined()
    },
  )

  test.each<unknown>([
    undefined,
    null,
    true,
    false,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    'Infinity',
    '0x10',
    '1e3',
    '',
    ' ',
    '-',
    '.',
    'free',
    'A-1',
    '5 %',
    '19€90',
    '1.2.3',
    '1,29,00',
    '12 34',
    '5 to 7',
    '1,299.00.5',
    '9'.repeat(65),
    [],
    [5],
    {},
    { valueOf: () => 5 },
    new Date(5),
  ])('is none in %j', (value) => {
    expect(amountOf(value)).toBeUndefined()
  })

  test('is the number that was printed, in every notation', () => {
    const notations: readonly Intl.NumberFormat[] = [
      'en-US',
      'de-DE',
      'fr-FR',
      'de-CH',
      'en-IN',
      'pt-BR',
      'sv-SE',
    ].map((locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }))
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), fc.constantFrom(...notations), (cents, notation) => {
        expect(amountOf(notation.format(cents / 100))).toBe(cents / 100)
      }),
    )
  })

  test('is finite or none, whatever is given, and a number says itself', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const amount = amountOf(value)
        expect(amount === undefined || Number.isFinite(amount)).toBe(true)
        if (amount !== undefined) expect(amountOf(amount)).toBe(amount)
      }),
    )
  })
})

describe('a currency', () => {
  test.each(['EUR', 'eur', ' eur ', 'Eur\n'])('is EUR in %j', (currency) => {
    expect(currencyOf(currency)).toBe('EUR')
  })

  test.each<unknown>([undefined, null, '', '€', 'EURO', 'EU', 'E U', 978, ['EUR'], 'ßU'])(
    'is none in %j',
    (currency) => {
      expect(currencyOf(currency)).toBeUndefined()
    },
  )
})
