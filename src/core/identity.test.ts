import fc from 'fast-check'
import { expect, test } from 'vitest'
import { identified, type Traits } from './identity.ts'

const anonymous = { anonymousId: 'visitor-1' }

const given = (
  { userId, ...traits }: { userId?: unknown; email?: unknown; phone?: unknown },
  before = anonymous,
) => {
  const problems: string[] = []
  return {
    identity: identified(before, userId, traits as Traits, (problem) => problems.push(problem)),
    problems,
  }
}

test('brings every value into its normal form', () => {
  const { identity, problems } = given({
    userId: ' customer-7 ',
    email: ' Ada@Shop.Test ',
    phone: '+49 (170) 123-45.67',
  })
  expect(identity).toEqual({
    anonymousId: 'visitor-1',
    userId: 'customer-7',
    email: 'ada@shop.test',
    phone: '+491701234567',
  })
  expect(problems).toEqual([])
})

test('takes a number for a user id', () => {
  expect(given({ userId: 42 }).identity.userId).toBe('42')
})

test.each([
  ['email', 'ada'],
  ['email', 'ada@shop'],
  ['email', 'ada lovelace@shop.test'],
  ['email', '@shop.test'],
  ['phone', '0170 1234567'],
  ['phone', '+0170123'],
  ['phone', '+1234567890123456'],
  ['userId', 'x'.repeat(256)],
])('leaves out a malformed %s and says so (%s)', (name, value) => {
  const { identity, problems } = given({ [name]: value })
  expect(identity).toEqual(anonymous)
  expect(problems).toHaveLength(1)
  expect(problems[0]).toContain(name)
})

test.each(['', '  ', null, undefined])('takes %j for nothing said', (value) => {
  expect(given({ userId: value, email: value, phone: value })).toEqual({ identity: anonymous, problems: [] })
})

test('keeps what was known when nothing new is said', () => {
  const known = { ...anonymous, userId: 'customer-7', email: 'ada@shop.test' }
  expect(given({ userId: null }, known).identity).toEqual(known)
  expect(given({ email: 'malformed' }, known).identity).toEqual(known)
})

test('says the same when it is told its own answer', () => {
  const anyText = fc.oneof(fc.string(), fc.constantFrom(' A@b.CO ', '+49 170 1234567', 'Customer 7'))
  fc.assert(
    fc.property(anyText, anyText, anyText, (userId, email, phone) => {
      const { identity } = given({ userId, email, phone })
      const again = given(identity)
      expect(again).toEqual({ identity, problems: [] })
    }),
  )
})

test('does not send who is identified as the reader of an e-mail, who may be somebody else', () => {
  const reader = { anonymousId: 'visitor-1', _kx: 'reader.AbC123' }
  for (const said of [{ userId: '7' }, { email: 'ada@shop.test' }, { phone: '+491701234567' }])
    expect(given(said, reader).identity).toEqual({ anonymousId: 'visitor-1', ...said })
  expect(given({ email: 'malformed' }, reader).identity).toEqual(reader)
})
