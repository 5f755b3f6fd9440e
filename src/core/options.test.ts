import { expect, test } from 'vitest'
import { checkOptions, ENDPOINT } from './options.ts'

const FORMS = { key: [/^pk_\d+$/, 'pk_ and digits'], endpoint: ENDPOINT } as const
const check = (options: object) => () => checkOptions('vendor', options, FORMS, 'never a private key')

test.each([
  { key: 'pk_1' },
  { key: 'pk_1', endpoint: 'https://shop.test/collect/' },
  { key: 'pk_1', endpoint: 'http://127.0.0.1:8080' },
  { key: 'pk_1', endpoint: '/collect' },
  { key: 'pk_1', endpoint: undefined, other: undefined },
])('takes %j', (options) => {
  expect(check(options)).not.toThrow()
})

test.each<[object, string]>([
  [{ key: 7 }, 'key is number; expected pk_ and digits'],
  [{ key: 'sk_' }, 'key has 3 characters; expected pk_ and digits'],
  [{ key: ['pk_1'] }, 'key is object'],
  [{ key: 'pk_1', endpoint: 'shop.test' }, 'endpoint has 9 characters; expected an address or a path'],
  [{ key: 'pk_1', endpoint: 7 }, 'endpoint is number'],
  [
    { key: 'pk_1', colour: 'red' },
    'colour has 3 characters; expected one of key,endpoint, never a private key',
  ],
])('refuses %j by name', (options, says) => {
  expect(check(options)).toThrow(TypeError)
  expect(check(options)).toThrow(`sendoff: vendor ${says}`)
})

test.each([
  [{}, { missing: 'key', live: true }],
  [{ key: '' }, { missing: 'key', live: true }],
  [
    { key: null, endpoint: '/collect' },
    { missing: 'key', live: false },
  ],
  [{ key: 'pk_1' }, { missing: undefined, live: true }],
  [
    { key: 'pk_1', endpoint: '' },
    { missing: undefined, live: true },
  ],
  [
    { key: 'pk_1', endpoint: '/collect' },
    { missing: undefined, live: false },
  ],
])('says of %j what is missing, and whether the vendor itself is meant', (options, says) => {
  expect(check(options)()).toEqual(says)
})

test('never repeats what was given: it may be a secret', () => {
  expect(check({ key: 'sk_secret' })).not.toThrow(/sk_secret/)
  expect(check({ key: 'pk_1', token: 'sk_secret' })).not.toThrow(/sk_secret/)
})
