import { expect, test } from 'vitest'
import { testAnalyticsVendor } from '../../../test/contract/analytics-vendor.ts'
import { testDestination } from '../../../test/contract/destination.ts'
import { eventsOf, frozen } from '../../../test/events.ts'
import { createFakeWorld } from '../../../test/fakes/world.ts'
import { mixpanel } from './destination.ts'
import { createMixpanelEmulator, TOKEN } from './emulator/emulator.ts'

const make = () => mixpanel({ key: TOKEN, endpoint: 'https://vendor.test' })

const read = (body: string) => {
  const bytes = Buffer.from(new URLSearchParams(body).get('data') ?? '', 'base64')
  const list = JSON.parse(bytes.toString()) as readonly object[]
  // A person may have two updates: one sets traits, the other erases some.
  return '$token' in (list[0] ?? {}) ? [list] : list
}

testDestination('mixpanel', {
  make,
  read,
  withKey: (key) => mixpanel({ key }),
  publicKeys: [TOKEN, TOKEN.toUpperCase()],
  privateKeys: ['user.abc123.mp-service-account', `${TOKEN}:secret`],
  wrongKeys: ['0123', `${TOKEN}0`],
  keyOption: /key/,
})

testAnalyticsVendor('mixpanel', {
  make,
  create: createMixpanelEmulator,
  anonymous: (id) => `$device:${id}`,
})

test('what is older than the vendor takes expires, whatever the site allows', async () => {
  const { sender, outcomes, requests, pass, setOnline } = createFakeWorld({
    destination: make(),
    answer: () => ({ status: 200, body: '{"status":1,"error":null}' }),
  })
  setOnline(true, false)
  await sender.add(frozen(eventsOf(3)), false)
  await pass(6 * 86_400_000)
  setOnline(true)
  await pass(3_600_000)
  expect(await sender.status()).toMatchObject({ queued: 0, counts: { expired: 3 } })
  expect(requests.length && outcomes.filter(([, { type }]) => type === 'delivered')).toEqual([])
})
