import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emailOf, phoneOf } from './identifier.ts'

describe('an address', () => {
  test.each([
    [' Ada@Shop.Test ', 'ada@shop.test'],
    ['grace.hopper+shop@navy.example', 'grace.hopper+shop@navy.example'],
    ['a@b.co', 'a@b.co'],
    ["o'neill_-@mail.shop.co.uk", "o'neill_-@mail.shop.co.uk"],
    ['ada@my-shop.test', 'ada@my-shop.test'],
    ['ada@a--b.test', 'ada@a--b.test'],
    ['ada@xn--mller-kva.xn--p1ai', 'ada@xn--mller-kva.xn--p1ai'],
    ['ada@müller.example', 'ada@müller.example'],
  ])('%j is taken as %j', (given, email) => {
    expect(emailOf(given)).toBe(email)
  })

  test.each<unknown>([
    undefined,
    null,
    '',
    7,
    {},
    ['ada@shop.test'],
    'ada',
    'ada@shop',
    'ada@shop.',
    'ada@shop.test.',
    'ada@shop.c',
    'ada@.shop.test',
    'ada@shop..test',
    'ada@shop_x.test',
    'ada..l@shop.test',
    '.ada@shop.test',
    'ada.@shop.test',
    'ada@@shop.test',
    'ada@l@shop.test',
    '@shop.test',
    'ada lovelace@shop.test',
    'ada@shop .test',
    '<ada@shop.test>',
    'Ada <ada@shop.test>',
    'mailto:ada@shop.test',
    'ada@shop.test,bob@shop.test',
    'ada@shop.test,',
    'ada@shop.test>',
    '"ada l"@shop.test',
    'müller@shop.test',
    'ada@127.0.0.1',
    `ada@${'a.'.repeat(130)}test`,
  ])('%j is none', (given) => {
    expect(emailOf(given)).toBe('')
  })
})

describe('a phone number', () => {
  test.each([
    ['+491701234567', '+491701234567'],
    ['+49 (170) 123-45.67', '+491701234567'],
    ['+49 (0) 170/1234567', '+491701234567'],
    ['+39 06 1234 5678', '+390612345678'],
    ['+1 (202) 555-0123', '+12025550123'],
    ['+1 212 911 0000', '+12129110000'],
    ['+2901234', '+2901234'],
  ])('%j is taken as %j', (given, phone) => {
    expect(phoneOf(given)).toBe(phone)
  })

  test.each<unknown>([
    undefined,
    null,
    '',
    491701234567,
    '0170 1234567',
    '+0170123',
    '+1234567890123456',
    '+123456',
    '+1 555 555 5555',
    '+1 111 111 1111',
    '+1 911 234 5678',
    '+1 202 155 0123',
    '+1 202 555 012',
    '+1 202 555 01234',
    '+49 170 CALL',
    '+49170123456 / +49170123457',
    '+',
  ])('%j is none', (given) => {
    expect(phoneOf(given)).toBe('')
  })
})

test('what is taken once is taken again', () => {
  const anyText = fc.oneof(
    fc.string(),
    fc.emailAddress(),
    fc.stringMatching(/^[a-z.@-]{0,30}$/),
    fc.stringMatching(/^\+?[ \d().-]{6,20}$/),
  )
  fc.assert(
    fc.property(anyText, (text) => {
      for (const normal of [emailOf, phoneOf]) expect(normal(normal(text))).toBe(normal(text))
    }),
  )
})

/** A pattern that can read a part of a text in two ways needs seconds, minutes or years for these texts. */
test.each([
  'a'.repeat(254),
  `a@${'.'.repeat(252)}`,
  `a@${'a.'.repeat(126)}`,
  `a@${'a-'.repeat(126)}`,
  `a@${'a'.repeat(252)}`,
  `${'a.'.repeat(32)}@`,
  `a@${'.'.repeat(40_000)}@`,
  'a'.repeat(70_000),
  `+${'1 '.repeat(40_000)}`,
])('no text takes long (%#)', (text) => {
  for (let times = 0; times < 100; times++) {
    emailOf(text)
    phoneOf(text)
  }
})
