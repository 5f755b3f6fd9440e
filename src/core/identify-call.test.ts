import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { identifyCall } from './identify-call.ts'

describe('what is said of a person', () => {
  const ADA = { email: 'ada@shop.test' }

  test.each<[string, readonly unknown[], object, object]>([
    ['an id', ['7'], { userId: '7' }, {}],
    ['a number', [7], { userId: '7' }, {}],
    ['an id and traits', ['7', { ...ADA, plan: 'pro' }], { userId: '7', ...ADA }, { plan: 'pro' }],
    ['traits alone', [{ ...ADA, plan: 'pro' }], ADA, { plan: 'pro' }],
    ['traits after no id', [null, { ...ADA }], ADA, {}],
    ['traits and a callback', [{ ...ADA }, () => undefined], ADA, {}],
    ['nothing', [], {}, {}],
    ['null for both', [null, null], {}, {}],
    ['an id among traits', [{ $id: '7', ...ADA }], { userId: '7', ...ADA }, {}],
    ['an id, and another among traits', ['7', { user_id: '8' }], { userId: '7' }, {}],
    ['an id of something else', ['7', { id: 'cart-1' }], { userId: '7' }, { id: 'cart-1' }],
  ])('may be %s', (_, [first, second], said, traits) => {
    expect(identifyCall(first, second)).toEqual({ said, traits, told: [] })
  })

  test.each([
    ['userId', '7', ['userId', 'user_id', 'userid', '$id', 'external_id', 'externalId']],
    ['email', 'ada@shop.test', ['email', 'Email', '$email', 'e-mail']],
    ['phone', '+491701234567', ['phone', '$phone', 'phone_number', 'phoneNumber', '$phone_number']],
    ['firstName', 'Ada', ['firstName', 'first_name', 'firstname', '$first_name', 'FirstName']],
    ['lastName', 'Lovelace', ['lastName', 'last_name', 'lastname', '$last_name', 'LASTNAME']],
  ])('has one %s, however a vendor spells it', (name, value, spellings) => {
    for (const spelling of spellings) {
      const { said, traits, told } = identifyCall({ [spelling]: value }, undefined)
      expect({ ...said, ...traits }).toEqual({ [name]: value })
      expect(told).toEqual([])
    }
  })

  test('is in its normal form', () => {
    expect(
      identifyCall(' 7 ', { email: ' Ada@Shop.Test ', phone: '+49 170 1234567', firstName: ' Ada ' }),
    ).toEqual({
      said: { userId: '7', email: 'ada@shop.test', phone: '+491701234567' },
      traits: { firstName: 'Ada' },
      told: [],
    })
  })

  test('is a text where vendors take texts alone', () => {
    const { traits, told } = identifyCall({ firstName: 7, lastName: { given: 'Ada' } }, undefined)
    expect(traits).toEqual({ firstName: '7' })
    expect(told).toEqual(['lastName is malformed, and left out'])
  })
})

test.each<unknown>([null, undefined, '', '  ', Number.NaN, new Date(Number.NaN)])(
  '%o erases nothing',
  (empty) => {
    const { said, traits, told } = identifyCall(empty === null ? empty : '7', {
      email: empty,
      phone: empty,
      first_name: empty,
      plan: empty,
    })
    expect({ ...said, ...traits }).toEqual(empty === null ? {} : { userId: '7' })
    expect(told).toEqual([])
  },
)

test.each([0, false])('%j says something', (value) => {
  expect(identifyCall('7', { orders: value }).traits).toEqual({ orders: value })
})

test.each<[string, unknown, object]>([
  ['userId', 'undefined', {}],
  ['userId', Number.NaN, {}],
  ['userId', ['7'], {}],
  ['userId', true, {}],
  ['userId', 0, {}],
  ['userId', 'x'.repeat(70_000), {}],
  ['email', undefined, { email: 'ada@shop' }],
  ['email', undefined, { $email: `${'x'.repeat(70_000)}@shop.test` }],
  ['email', undefined, { email: 7 }],
  ['phone', undefined, { phone_number: '0170' }],
])('a malformed %s is left out, and told without it', (name, userId, traits) => {
  const call = identifyCall(userId, { ...traits, plan: 'pro' })
  expect(call).toEqual({
    said: {},
    traits: { plan: 'pro' },
    told: [`${name} is malformed, and left out`],
  })
})

test.each<unknown>(['text', 7, ['7'], true, () => 7])('%o are no traits', (given) => {
  expect(identifyCall('7', given)).toEqual({ said: { userId: '7' }, traits: {}, told: [] })
})

test('what is said is what would be said again', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.nat()),
      fc.dictionary(fc.string(), fc.jsonValue()),
      (userId, given) => {
        const { said, traits } = identifyCall(userId, given)
        const { userId: id, ...others } = said
        expect(identifyCall(id, { ...traits, ...others })).toEqual({ said, traits, told: [] })
      },
    ),
  )
})
