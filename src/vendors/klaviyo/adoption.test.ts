import { expect, test } from 'vitest'
import { hasOptedOut, klaviyoVisitor } from './adoption.ts'

const CID = btoa('8f14e45f-ceea-467f-a8f3-3a1c9b2d4e5f')
const cookieOf = (content: object) => `other=1; __kla_id=${encodeURIComponent(btoa(JSON.stringify(content)))}`
const storedIn = (found: Readonly<Record<string, string>>) => (name: string) => found[name] ?? ''
const NONE = { cookie: '', parameter: () => undefined, stored: () => '' }

test('finds the vendor’s own id in its cookie, and the reader of an e-mail', () => {
  const cookie = cookieOf({ cid: CID, $exchange_id: 'abc_-=.AbC123' })
  expect(klaviyoVisitor('AbC123', { ...NONE, cookie, parameter: () => 'xyz.AbC123' })).toEqual({
    anonymousId: CID,
    remembered: 'abc_-=.AbC123',
    followed: 'xyz.AbC123',
  })
})

test('finds what the vendor’s script has remembered for this tab', () => {
  expect(klaviyoVisitor('AbC123', { ...NONE, stored: storedIn({ _kx: btoa('xyz.AbC123') }) })).toEqual({
    remembered: 'xyz.AbC123',
  })
})

test('leaves alone what another site’s account has left', () => {
  const cookie = cookieOf({ $exchange_id: 'abc.Other1' })
  expect(
    klaviyoVisitor('AbC123', {
      cookie,
      parameter: () => 'xyz.Other1',
      stored: storedIn({ _kx: btoa('x.Other1') }),
    }),
  ).toEqual({})
})

test.each([
  '',
  '__kla_id=',
  '__kla_id=%',
  '__kla_id=not base64',
  `__kla_id=${btoa('no JSON')}`,
  cookieOf({ cid: 7, $exchange_id: {} }),
  cookieOf({ cid: btoa('no id') }),
])('makes nothing of %s', (cookie) => {
  expect(klaviyoVisitor('AbC123', { ...NONE, cookie })).toEqual({})
})

test.each([
  ['__kla_off=true', true],
  ['a=b; __kla_off=true; c=d', true],
  ['__kla_off=false', false],
  ['not__kla_off=true', false],
  ['', false],
])('reads %s as opted out: %s', (cookie, isOut) => {
  expect(hasOptedOut(cookie)).toBe(isOut)
})
