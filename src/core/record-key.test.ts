import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  countAll,
  countIn,
  firstIdIn,
  heldKeyOf,
  isRecordOf,
  keyOf,
  NAME,
  newOf,
  ownerOf,
  queueOf,
  recordsOf,
  unansweredKeyOf,
} from './record-key.ts'

const queue = queueOf({ name: 'klaviyo', account: 'AbC123' }, '')

describe('a queue', () => {
  test('is named by destination and account, and by the namespace where there is one', () => {
    expect(queue).toBe('klaviyo:AbC123')
    expect(queueOf({ name: 'klaviyo', account: 'AbC123' }, 'shop')).toBe('klaviyo:AbC123@shop')
  })

  test('is another one for each name, account and namespace, whatever the account is', () => {
    const part = fc.string({ unit: 'grapheme' })
    const namespace = fc.stringMatching(/^([a-z\d][\w.-]{0,9})?$/)
    fc.assert(
      fc.property(part, part, namespace, namespace, (one, other, mine, theirs) => {
        const first = queueOf({ name: 'http', account: one }, mine)
        const second = queueOf({ name: 'http', account: other }, theirs)
        expect(first === second).toBe(one === other && mine === theirs)
        expect(first).not.toContain('/')
        expect(ownerOf(first)).toEqual({ name: 'http', account: one })
      }),
    )
  })
})

describe('a key', () => {
  const events = [{ id: '0190-a' }, { id: '0190-b' }]
  const key = keyOf(newOf(queue), events)

  test('tells the first id, the number of events, and where the record lies', () => {
    expect(key).toBe('klaviyo:AbC123/e/new/0190-a/2')
    expect([firstIdIn(key), countIn(key), countAll([key, key])]).toEqual(['0190-a', 2, 4])
    expect(unansweredKeyOf(key)).toBe('klaviyo:AbC123/e/again/0190-a/2')
    expect(heldKeyOf(key, 'nobody')).toBe('klaviyo:AbC123/e/held/0190-a/2/nobody')
    for (const its of [key, unansweredKeyOf(key), heldKeyOf(key, 'nobody')])
      expect([its.startsWith(recordsOf(queue)), firstIdIn(its), countIn(its)]).toEqual([true, '0190-a', 2])
  })

  test('is one only of its own queue, and only as a text with a number of events', () => {
    expect(isRecordOf(queue, key)).toBe(true)
    const others = [null, 7, {}, '', 'klaviyo/e/new/0190-a/2', `${queue}/e/new/0190-a`, `${queue}/s`]
    for (const other of others) expect(isRecordOf(queue, other)).toBe(false)
    expect(isRecordOf(queueOf({ name: 'klaviyo', account: 'AbC12' }, ''), key)).toBe(false)
  })
})

test.each(['acme/eu', '', 'a b', 'a:b', 'a@b', '~', 'ä', 'x'.repeat(65)])('%j is no name', (name) => {
  expect(NAME.test(name)).toBe(false)
})

test.each(['klaviyo', 'acme-eu', 'Acme_2', 'a.b'])('%j is a name', (name) => {
  expect(NAME.test(name)).toBe(true)
})
