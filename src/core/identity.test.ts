import { expect, test } from 'vitest'
import type { Identity } from './event.ts'
import { type Identifiers, identified } from './identity.ts'

const VISITOR: Identity = { anonymousId: 'visitor-1' }
const ADA: Identity = {
  anonymousId: 'visitor-1',
  userId: '7',
  email: 'ada@shop.test',
  phone: '+491701234567',
  _kx: 'reader',
}
const { _kx, ...KNOWN_ADA } = ADA
const after = (known: Identity, said: Identifiers) => identified(known, said, () => 'visitor-2')

test.each<[string, Identity, Identifiers, Identity]>([
  ['a visitor becomes known', VISITOR, { userId: '7' }, { ...VISITOR, userId: '7' }],
  [
    'a reader becomes known',
    { ...VISITOR, email: 'ada@shop.test', _kx: 'reader' },
    { userId: '7' },
    { ...VISITOR, email: 'ada@shop.test', userId: '7' },
  ],
  [
    'more is said',
    { ...VISITOR, userId: '7' },
    { phone: '+491701234567' },
    { ...VISITOR, userId: '7', phone: '+491701234567' },
  ],
  ['the same is said', ADA, { userId: '7', email: 'ada@shop.test' }, KNOWN_ADA],
  [
    'another address is said',
    ADA,
    { userId: '7', email: 'ada@home.test' },
    { ...KNOWN_ADA, email: 'ada@home.test' },
  ],
  ['nothing is said', ADA, {}, ADA],
])('what was known stays when %s', (_, known, said, identity) => {
  expect(after(known, said)).toEqual(identity)
})

test.each<Identifiers>([{ userId: '8' }, { userId: '8', email: 'bob@shop.test' }])(
  'another user id is another person, of whom only %j is known',
  (said) => {
    expect(after(ADA, said)).toEqual({ anonymousId: 'visitor-2', ...said })
  },
)

test.each<Identifiers>([{ userId: '7' }, { email: 'ada@shop.test' }, { phone: '+491701234567' }])(
  'who is identified by %j is not the reader of an e-mail, who may be somebody else',
  (said) => {
    expect(after({ ...VISITOR, _kx: 'reader' }, said)).toEqual({ ...VISITOR, ...said })
    expect(after({ ...VISITOR, _kx: 'reader' }, {})).toEqual({ ...VISITOR, _kx: 'reader' })
  },
)
