import { describe, expect, test } from 'vitest'
import { testAnalyticsVendor } from '../../../test/contract/analytics-vendor.ts'
import { testDestination } from '../../../test/contract/destination.ts'
import { ANYONE, eventsOf } from '../../../test/events.ts'
import { amplitude } from './destination.ts'
import { API_KEY, createAmplitudeEmulator } from './emulator/emulator.ts'

const make = () => amplitude({ key: API_KEY, endpoint: 'https://vendor.test' })

testDestination('amplitude', {
  make,
  read: (body) => (JSON.parse(body) as { events: unknown[] }).events,
  withKey: (key) => amplitude({ key }),
  publicKeys: [API_KEY, API_KEY.toUpperCase()],
  privateKeys: [],
  wrongKeys: ['0123', `${API_KEY}0`, 'g'.repeat(32)],
  keyOption: /key/,
})

testAnalyticsVendor('amplitude', {
  make,
  create: createAmplitudeEmulator,
  anonymous: (id) => id,
})

test.each([
  [30, '/2/httpapi'],
  [31, '/batch'],
])('%d events of a device go to %s, which takes them', (count, path) => {
  expect(make().encode(eventsOf(count), 'first').url).toBe(`https://vendor.test${path}`)
})

describe('what the vendor says of single events', () => {
  const outcomesOf = (status: number, said: object, count = 4) =>
    make()
      .interpret(eventsOf(count), { status, body: JSON.stringify(said) })
      .map(({ type, reason, afterMs }) => [type, reason, afterMs])

  test('the named ones are dropped, and the others go again', () => {
    const said = { code: 400, events_with_missing_fields: { event_type: [1] }, silenced_events: [3] }
    const [again, dropped] = [
      ['retry', 'together', undefined],
      ['dropped', 'refused', undefined],
    ]
    expect(outcomesOf(400, said)).toEqual([again, dropped, again, dropped])
  })

  test('who is throttled is sent again after half a minute, and who is over the day’s quota is not', () => {
    const said = { code: 429, throttled_events: [0] }
    expect(outcomesOf(429, said, 1)).toEqual([['retry', 'limited', 30_000]])
    const over = { ...said, exceeded_daily_quota_devices: { [ANYONE.anonymousId]: 500_000 } }
    expect(outcomesOf(429, over, 1)).toEqual([['dropped', 'refused', undefined]])
  })

  test('an error that is no text is one all the same', () => {
    expect(outcomesOf(400, { code: 400, error: { toString: 1 } }, 1)[0]?.[0]).toBe('dropped')
  })

  test('a wrong key pauses', () => {
    expect(outcomesOf(400, { code: 400, error: 'Invalid API key: abc' }, 1)[0]?.[1]).toBe('paused')
  })
})
