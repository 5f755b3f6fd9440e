import { expect, test } from 'vitest'
import { eventsOf, idsOf } from '../../../test/events.ts'
import { createYotpoWorld, ORIGIN } from '../../../test/fakes/relay-world.ts'
import { yotpoVendor } from '../vendors/yotpo-vendor.ts'
import { networkOf } from './limits.ts'
import { createMemoryLimits } from './memory-limits.ts'

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::9', '2001:db8:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
  ['nonsense', 'nonsense'],
  ['1:2:3:4:5:6:7:8:9::9', '1:2:3:4'],
])('%s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

const setUp = (limits: Parameters<typeof createMemoryLimits>[0]) => {
  const { emulator, start } = createYotpoWorld({ enforceRateLimits: false })
  const relay = start({
    vendors: [yotpoVendor({ storeId: 'store-1', secret: 'yotpo-private-secret', requestsPerSecond: 1_000 })],
    limits: createMemoryLimits(limits),
    addressOf: ({ headers }) => headers.get('x-address') ?? undefined,
  })
  let tab = 0
  const send = (address: string, count = 1): Promise<Response> => {
    tab += 1
    const identity = { anonymousId: 'a', userId: 'a' }
    const events = eventsOf(count, { newId: idsOf(tab), identity })
    const body = JSON.stringify({ destination: 'yotpo', writeKey: 'shop', events })
    const headers = { origin: ORIGIN, 'x-address': address }
    return relay(new Request(ORIGIN, { method: 'POST', headers, body }))
  }
  return { emulator, send }
}

test('one address may send so many requests, and others are not held up by it', async () => {
  const { send } = setUp({ requestsPerAddress: 3 })
  const statuses = [await send('192.0.2.7'), await send('192.0.2.7'), await send('192.0.2.7')]
  expect(statuses.map(({ status }) => status)).toEqual([200, 200, 200])
  const refused = await send('192.0.2.7')
  expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([429, ORIGIN])
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(refused.headers.get('access-control-expose-headers')).toBe('retry-after')
  expect((await send('192.0.2.8')).status).toBe(200)
})

test('one write key may bring so many events, from wherever', async () => {
  const { emulator, send } = setUp({ eventsPerKey: 10 })
  expect((await send('192.0.2.7', 10)).status).toBe(200)
  expect((await send('192.0.2.8')).status).toBe(429)
  expect(emulator.events()).toHaveLength(10)
})
