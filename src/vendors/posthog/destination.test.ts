import { expect, test } from 'vitest'
import { testAnalyticsVendor } from '../../../test/contract/analytics-vendor.ts'
import { testDestination } from '../../../test/contract/destination.ts'
import { ANYONE, eventsOf } from '../../../test/events.ts'
import { posthog } from './destination.ts'
import { createPosthogEmulator, PROJECT_KEY } from './emulator/emulator.ts'

const make = () => posthog({ key: PROJECT_KEY, endpoint: 'https://vendor.test' })

testDestination('posthog', {
  make,
  read: (body) => (JSON.parse(body) as { batch: unknown[] }).batch,
  withKey: (key) => posthog({ key }),
  publicKeys: [PROJECT_KEY, `phc_${'a'.repeat(43)}`],
  privateKeys: [`phx_${'a'.repeat(43)}`, `phs_${'a'.repeat(43)}`],
  wrongKeys: ['phc_', 'a'.repeat(47), ` phc_${'a'.repeat(43)}`],
  keyOption: /key/,
})

testAnalyticsVendor('posthog', {
  make,
  create: createPosthogEmulator,
  anonymous: (id) => id,
})

test('needs no preflight, when the page is left as well', () => {
  expect(make().encode(eventsOf(1), 'first').headers).toBeUndefined()
})

test('what the project’s quota throws away is not delivered', () => {
  const body = `{"status":"Ok","quota_limited":["${'x'.repeat(9_000)}"]}`
  expect(make().interpret(eventsOf(1), { status: 200, body })).toMatchObject([
    { type: 'retry', reason: 'limited', detail: body.slice(0, 2_000) },
  ])
})

test.each([
  [ANYONE, false],
  [{ ...ANYONE, userId: 'customer-7' }, true],
])('who is identified, and nobody else, has a person profile: %o', (identity, expected) => {
  const [event] = (JSON.parse(make().encode(eventsOf(1, { identity }), 'first').body) as { batch: object[] })
    .batch
  expect(event).toMatchObject({ properties: { $process_person_profile: expected } })
})
