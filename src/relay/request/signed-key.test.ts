import { describe, expect, test } from 'vitest'
import { eventsOf, NOON } from '../../../test/events.ts'
import { createYotpoWorld, ORIGIN } from '../../../test/fakes/relay-world.ts'
import { unsignedKey } from '../../vendors/relayed.ts'
import { yotpoVendor } from '../vendors/yotpo-vendor.ts'
import { signWriteKey, verifiedKey } from './signed-key.ts'

const secret = 'a secret of the site’s own server'
const expires = NOON / 1_000 + 3_600
const signed = (changes: object = {}) => signWriteKey({ writeKey: 'shop', secret, expires, ...changes })

test('a signed key is `<key>.<expires>.<signature>`, and the same account without what changes', async () => {
  expect(await signed()).toMatch(/^shop\.\d+\.[\w-]{43}$/)
  expect(unsignedKey(await signed())).toBe('shop')
  expect(unsignedKey(await signed({ writeKey: 'shop.2' }))).toBe('shop.2')
  expect([unsignedKey('shop.2'), unsignedKey()]).toEqual(['shop.2', ''])
})

describe('a signed key is good', () => {
  test('with its secret and before its end', async () => {
    expect(await verifiedKey(await signed(), secret, NOON)).toBe('shop')
  })

  test.each([
    ['after its end', async () => verifiedKey(await signed(), secret, NOON + 3_600_000)],
    ['with another secret', async () => verifiedKey(await signed(), 'another', NOON)],
    ['for another key', async () => verifiedKey((await signed()).replace('shop', 'shop2'), secret, NOON)],
    [
      'for longer',
      async () => verifiedKey((await signed()).replace(`${expires}`, `${expires + 1}`), secret, NOON),
    ],
    ['for years', async () => verifiedKey(await signed({ expires: expires + 1e8 }), secret, NOON)],
    ['unsigned', async () => verifiedKey('shop', secret, NOON)],
    ['when it is no text', async () => verifiedKey({ toString: 1 }, secret, NOON)],
  ])('not %s', async (_, verify) => {
    expect(await verify()).toBeUndefined()
  })
})

test('a relay with a signing secret takes signed keys and no others', async () => {
  const { start } = createYotpoWorld()
  const relay = start({
    vendors: [yotpoVendor({ storeId: 'store-1', secret: 'yotpo-private-secret' })],
    signingSecret: () => secret,
  })
  const statusWith = async (writeKey: string) => {
    const body = JSON.stringify({ destination: 'yotpo', writeKey, events: eventsOf(1) })
    return (await relay(new Request(ORIGIN, { method: 'POST', headers: { origin: ORIGIN }, body }))).status
  }
  expect(await statusWith('shop')).toBe(401)
  expect(await statusWith(await signed())).toBe(200)
  expect(await statusWith(await signed({ writeKey: 'other' }))).toBe(401)
})
