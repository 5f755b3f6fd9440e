import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Destination } from '../../src/core/destination.ts'
import type { Identity, TrackedEvent } from '../../src/core/event.ts'
import { HAND_OFF_BYTES } from '../../src/delivery/sender.ts'
import type {
  AnalyticsEmulator,
  AnalyticsEmulatorOptions,
} from '../../testing/emulators/analytics-account.ts'
import { ANYONE, anyEvents, eventsOf, idsOf, NOON } from '../events.ts'
import { createEmulatedVendor } from '../fakes/emulated-vendor.ts'

interface AnalyticsVendor {
  readonly make: () => Destination
  readonly create: (options: AnalyticsEmulatorOptions) => AnalyticsEmulator
  /** What the vendor calls who is not identified. */
  readonly anonymous: (id: string) => string
}

const DAY_MS = 86_400_000
const USER: Identity = { ...ANYONE, userId: 'customer-7', email: 'ada@shop.test' }

const identify = (properties: TrackedEvent['properties'], identity = USER): TrackedEvent => ({
  id: idsOf(9)(),
  type: 'identify',
  name: 'identify',
  time: NOON,
  properties,
  identity,
})

const named = (name: string, uniqueId: string, identity = ANYONE): TrackedEvent =>
  eventsOf(1, { newId: idsOf(5), identity }).map((event) => ({ ...event, name, uniqueId }))[0] as TrackedEvent

/** What the strict emulator of a vendor, whose account removes repeats, makes of what the destination sends. */
export const testAnalyticsVendor = (name: string, { make, create, anonymous }: AnalyticsVendor): void => {
  const setUp = (options: AnalyticsEmulatorOptions = {}) => {
    const vendor = createEmulatedVendor(make(), create({ now: () => NOON, ...options }))
    const outcomes = async (events: readonly TrackedEvent[], attempt: 'first' | 'resend' = 'first') => {
      const answer = await vendor.send(events, attempt, NOON)
      const { events: sent } = vendor.destination.encode(events, attempt, NOON)
      return vendor.destination.interpret(sent, answer)
    }
    return { ...vendor, outcomes }
  }

  describe(`what ${name} reads`, () => {
    test('breaks none of its rules, for any events within its limits', async () => {
      await fc.assert(
        fc.asyncProperty(anyEvents(), async (events) => {
          const { emulator, outcomes } = setUp()
          expect((await outcomes(events)).map(({ type }) => type)).toEqual(events.map(() => 'delivered'))
          expect(emulator.violations()).toEqual([])
        }),
      )
    })

    test('is what was tracked, when, and by whom', async () => {
      const { emulator, outcomes } = setUp()
      await outcomes(eventsOf(2, { text: '☕ & + % ; "quoted"' }))
      expect(emulator.events()).toMatchObject([
        { name: 'Viewed Product', person: anonymous(ANYONE.anonymousId), timeMs: NOON },
        { properties: { index: 1, text: '☕ & + % ; "quoted"' } },
      ])
    })

    test('is a page view by its own name', async () => {
      const { emulator, outcomes } = setUp()
      const [event] = eventsOf(1)
      await outcomes([{ ...(event as TrackedEvent), name: 'Viewed Page' }])
      expect(emulator.events().map((recorded) => recorded.name)).toEqual(['Viewed Page'])
      expect(emulator.requests().some(({ body }) => body.includes('Viewed Page'))).toBe(false)
    })

    test('joins the visitor and the customer, of whom it is told', async () => {
      const { emulator, outcomes } = setUp()
      await outcomes(eventsOf(1))
      await outcomes([identify({ plan: 'gold' })])
      await outcomes(eventsOf(1, { newId: idsOf(2), identity: USER }))
      expect(emulator.events().map(({ person }) => person)).toEqual(['customer-7', 'customer-7'])
      const told = Object.values(emulator.people().get('customer-7') ?? {})
      expect(told).toEqual(expect.arrayContaining(['gold', 'ada@shop.test']))
      expect(emulator.violations()).toEqual([])
    })

    test('is a person without a user id, and what is erased on purpose', async () => {
      const { emulator, outcomes } = setUp()
      for (const $unset of [['age'], 'age']) {
        const person = identify({ plan: 'gold', $unset }, { ...ANYONE, email: 'a@b.test' })
        expect(await outcomes([person])).toEqual([{ type: 'delivered' }])
      }
      expect(emulator.violations()).toEqual([])
    })
  })

  describe(`a repeat at ${name}`, () => {
    test('is recognised', async () => {
      const { emulator, outcomes } = setUp()
      const events = eventsOf(20)
      await outcomes(events)
      expect((await outcomes(events, 'resend')).every(({ type }) => type === 'delivered')).toBe(true)
      expect([emulator.events().length, emulator.duplicates() > 0]).toEqual([20, true])
    })

    test('is recognised by the site’s own id, and kept apart by name and person', async () => {
      const { emulator, outcomes } = setUp()
      const other = { anonymousId: 'f'.repeat(36) }
      for (const event of [
        named('Placed Order', '7001'),
        named('Placed Order', '7001'),
        named('Refunded Order', '7001'),
        named('Placed Order', '7001', other),
      ])
        await outcomes([event])
      expect([emulator.events().length, emulator.duplicates()]).toEqual([3, 1])
    })
  })

  test(`a clock that is wrong costs ${name} no event`, async () => {
    const { emulator, outcomes } = setUp()
    const times = [0, NOON + 800 * DAY_MS, -1e15, 8.64e15]
    const events = eventsOf(times.length).map((event, index) => ({ ...event, time: times[index] as number }))
    expect((await outcomes(events)).map(({ type }) => type)).toEqual(times.map(() => 'delivered'))
    expect(emulator.events().map(({ timeMs }) => timeMs)).toEqual(times.map(() => NOON))
  })

  test(`an event that ${name} refuses is dropped alone`, async () => {
    const { emulator, outcomes } = setUp({ refuse: ({ index }) => (index === 3 ? 'no threes' : undefined) })
    const events = eventsOf(8)
    const isGuilty = ({ properties }: TrackedEvent) => properties.index === 3
    const innocent = events.filter((event) => !isGuilty(event))
    const told = await outcomes(events)
    expect(events.filter((event, index) => !isGuilty(event) && told[index]?.type !== 'retry')).toEqual([])
    expect((await outcomes(events.filter(isGuilty))).map(({ type }) => type)).toEqual(['dropped'])
    expect((await outcomes(innocent)).map(({ type }) => type)).toEqual(innocent.map(() => 'delivered'))
    expect(emulator.events().length).toBe(7)
  })

  test.each([0, 100, 700])(
    `what leaves with a page for ${name} fits into 64 KiB: events of %d bytes`,
    (bytes) => {
      const { limits, encode } = make()
      const stored = JSON.stringify(eventsOf(1, { bytes, identity: USER })).length
      const count = Math.floor(HAND_OFF_BYTES / (limits.swell ?? 1) / stored)
      const { body } = encode(eventsOf(count, { bytes, identity: USER }), 'first', NOON)
      expect(body.length).toBeLessThan(64 * 1024)
      expect(body.length).toBeGreaterThan(20_000)
    },
  )
}
