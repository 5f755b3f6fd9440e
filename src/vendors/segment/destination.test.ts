import { expect, test } from 'vitest'
import { testAnalyticsVendor } from '../../../test/contract/analytics-vendor.ts'
import { testDestination } from '../../../test/contract/destination.ts'
import { eventsOf } from '../../../test/events.ts'
import { segment } from './destination.ts'
import { createSegmentEmulator, WRITE_KEY } from './emulator/emulator.ts'

const make = () => segment({ writeKey: WRITE_KEY, endpoint: 'https://vendor.test' })

testDestination('segment', {
  make,
  read: (body) => (JSON.parse(body) as { batch: unknown[] }).batch,
  words: ['OK'],
  withKey: (writeKey) => segment({ writeKey }),
  publicKeys: [WRITE_KEY, '2abcDEFghiJKLmnoPQRstuVWXyz'],
  privateKeys: [`sgp_${'a'.repeat(40)}`, `Bearer ${'a'.repeat(30)}`, 'key-id:secret-of-a-server'],
  wrongKeys: ['short', 'a'.repeat(65), 'with blanks in it'],
  keyOption: /writeKey/,
})

testAnalyticsVendor('segment', {
  make,
  create: createSegmentEmulator,
  anonymous: (id) => id,
})

test('the key is in the header, which RudderStack reads, and in the body', () => {
  const { headers, body } = make().encode(eventsOf(1), 'first')
  expect(headers).toMatchObject({ authorization: `Basic ${btoa(`${WRITE_KEY}:`)}` })
  expect(JSON.parse(body)).toMatchObject({ writeKey: WRITE_KEY })
})

test('each attempt says when it is made, by which the vendor corrects a clock', () => {
  const [first, second] = [1_900_000_000_000, 1_900_000_060_000].map(
    (now) => JSON.parse(make().encode(eventsOf(1), 'first', now).body) as { batch: unknown; sentAt: string },
  )
  expect([first?.sentAt, second?.sentAt]).toEqual(['2030-03-17T17:46:40.000Z', '2030-03-17T17:47:40.000Z'])
  expect(first?.batch).toEqual(second?.batch)
})
