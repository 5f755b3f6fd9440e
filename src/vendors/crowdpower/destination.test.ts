import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { testDestination } from '../../../test/contract/destination.ts'
import { ANYONE, anyEvents, anyIdentity, anyProperties, eventsOf, idsOf, NOON } from '../../../test/events.ts'
import { createEmulatedVendor } from '../../../test/fakes/emulated-vendor.ts'
import type { TrackedEvent } from '../../core/event.ts'
import { crowdpower } from './destination.ts'
import { type CrowdpowerEmulatorOptions, createCrowdpowerEmulator, PUBLIC_KEY } from './emulator/emulator.ts'
import { snakeCased } from './snake-case.ts'

const make = () => crowdpower({ key: PUBLIC_KEY, endpoint: 'https://vendor.test' })

const setUp = (options: CrowdpowerEmulatorOptions = {}) =>
  createEmulatedVendor(make(), createCrowdpowerEmulator({ now: () => NOON, ...options }))

interface Bulk {
  readonly events: readonly { readonly update_session: boolean }[]
}

/**
 * Reads each event with its person. Whether it counts as a visit is left out, because it belongs to the request, not to
 * the event.
 */
const read = (body: string): readonly unknown[] => {
  const { events, ...person } = JSON.parse(body) as Bulk
  return events.map(({ update_session: _moment, ...event }) => ({ ...person, ...event }))
}

testDestination('crowdpower', {
  make,
  read,
  withKey: (key) => crowdpower({ key }),
  publicKeys: [PUBLIC_KEY, `pk_${'0'.repeat(64)}`],
  privateKeys: [`sk_${'0123456789abcdef'.repeat(4)}`, 'sk_1', ` sk_${'0'.repeat(64)}`],
  wrongKeys: ['pk_', `pk_${'0'.repeat(63)}`, `pk_${'0'.repeat(65)}`, `pk_${'A'.repeat(64)}`, 'AbC123'],
  keyOption: /key/,
})

const ADA = { ...ANYONE, userId: 'customer-7', email: 'ada@shop.test' }

const identified = (properties: TrackedEvent['properties'], identity = ADA): TrackedEvent => ({
  id: idsOf(1)(),
  type: 'identify',
  name: 'identify',
  time: NOON,
  properties,
  identity,
})

describe('the other options', () => {
  test.each([
    ['endpoint', 'beacon.crowdpower.io'],
    ['unanswered', 'forget'],
    ['projectToken', 'x'],
  ])('are refused by name when they are malformed or unknown: %s = "%s"', (name, value) => {
    const make = () => crowdpower({ key: PUBLIC_KEY, [name]: value })
    expect(make).toThrow(TypeError)
    expect(make).toThrow(new RegExp(`sendoff: crowdpower ${name} has ${value.length} characters; expected`))
  })

  test('choose what becomes of events that were never answered for', () => {
    const policyOf = (unanswered?: 'resend' | 'assume-delivered') =>
      crowdpower({ key: PUBLIC_KEY, ...(unanswered && { unanswered }) }).assumeDelivered
    expect([policyOf(), policyOf('resend'), policyOf('assume-delivered')]).toEqual([false, false, true])
  })
})

describe('what Crowdpower reads', () => {
  const isKnown = (events: readonly TrackedEvent[]) =>
    !make().heldKeyOf?.({ key: '', json: JSON.stringify(events) })

  test('breaks none of its rules, for any events that it is sent', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyEvents().filter(isKnown),
        fc.constantFrom('first' as const, 'resend' as const),
        async (events, attempt) => {
          const { destination, emulator, send } = setUp()
          const answer = await send(events, attempt)
          expect([answer.status, emulator.requests()[0]?.details]).toEqual([200, []])
          expect(destination.interpret(events, answer)).toEqual(events.map(() => ({ type: 'delivered' })))
        },
      ),
    )
  })

  test('is what the page said, with the event’s id', () => {
    fc.assert(
      fc.property(anyEvents(), (events) => {
        const said = events.map(({ id, name, time, properties }) => ({
          action: name,
          created_at: Math.floor(time / 1_000),
          properties: snakeCased({ event_id: id, ...properties }),
        }))
        expect(read(make().encode(events, 'first').body)).toMatchObject(said)
      }),
    )
  })

  test('is up to 50 events of one person', async () => {
    const { emulator, send } = setUp()
    await send(eventsOf(60, { identity: ADA }))
    expect(emulator.events()).toHaveLength(50)
    expect(emulator.events()[0]?.person).toEqual({ user_id: 'customer-7', email: 'ada@shop.test' })
  })

  test('is in snake case, beside our own id of the event', async () => {
    const { emulator, send } = setUp()
    const [event] = eventsOf(1, { identity: ADA }) as [TrackedEvent]
    await send([
      { ...event, uniqueId: 'order-7', properties: { productId: 'A-1', eventId: 'theirs', lineItems: [] } },
    ])
    await send([identified({ favouriteColour: 'red' })])
    expect(emulator.events()[0]?.properties).toEqual({
      event_id: 'order-7',
      product_id: 'A-1',
      eventId: 'theirs',
      line_items: [],
    })
    expect(emulator.customers()[0]?.custom_attributes).toEqual({ favourite_colour: 'red' })
  })

  test.each([5_000, -5_000, NOON + 2 * 31_536_000_000, 8.64e15])(
    'has the time of receipt where its own cannot be: %d',
    async (time) => {
      const { emulator, send } = setUp()
      await send(
        eventsOf(2, { identity: ADA }).map((event) => ({ ...event, time })),
        'first',
        NOON,
      )
      expect(emulator.violations()).toEqual([])
      expect(emulator.events().map(({ created_at }) => created_at)).toEqual([undefined, undefined])
    },
  )

  test.each([
    [{ firstName: 42, lastName: {} }, '42'],
    [{ name: { first: 'Ada' } }, undefined],
    [{ firstName: 'Ada', $unset: ['lastName'] }, 'Ada'],
  ])('is a name only where it is text: %j', async (traits, name) => {
    const { emulator, send } = setUp()
    await send([identified(traits)])
    expect([emulator.violations(), emulator.customers()[0]?.name]).toEqual([[], name])
  })

  test('is null where the site erases on purpose', async () => {
    const { emulator, send } = setUp()
    await send([identified({ $unset: ['plan'] })])
    expect(emulator.customers()[0]?.custom_attributes).toEqual({ plan: null })
  })

  test('is a visit unless it comes late or again', async () => {
    const { emulator, send } = setUp()
    const [event] = eventsOf(1, { identity: ADA }) as [TrackedEvent]
    const minute = 60_000
    await send([event])
    await send([event], 'first', NOON + 29 * minute)
    await send([event], 'first', NOON + 30 * minute)
    await send([event], 'resend', NOON)
    await send([{ ...event, time: NOON - 31 * minute }])
    expect(emulator.events().map(({ update_session }) => update_session)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })

  test('is a customer when a visitor is identified', async () => {
    const { emulator, send } = setUp()
    await send([identified({ firstName: 'Ada', lastName: 'Lovelace', plan: 'gold' })])
    await send([identified({ name: 'Countess' }, { ...ANYONE, email: 'ada@shop.test' } as typeof ADA)])
    expect(emulator.violations()).toEqual([])
    expect(emulator.customers()).toEqual([
      {
        user_id: 'customer-7',
        email: 'ada@shop.test',
        name: 'Ada Lovelace',
        custom_attributes: { plan: 'gold' },
      },
      { email: 'ada@shop.test', name: 'Countess', custom_attributes: {} },
    ])
  })

  test('is a customer that it accepts, for any traits that are not its own names', async () => {
    const ownNames = ['firstName', 'lastName', 'name']
    await fc.assert(
      fc.asyncProperty(anyIdentity, anyProperties, async (identity, traits) => {
        const others = Object.entries(traits).filter(([name]) => !ownNames.includes(name))
        const { emulator, send } = setUp()
        await send([identified(Object.fromEntries(others), { ...ADA, ...identity })])
        expect(emulator.requests()[0]?.details).toEqual([])
      }),
    )
  })
})

describe('Crowdpower’s answer', () => {
  const outcomesOf = (count: number, status: number, body: string) =>
    make()
      .interpret(eventsOf(count), { status, body })
      .map(({ type, reason }) => reason ?? type)

  test.each([
    [200, '{"success":true,"code":200,"data":null}', 'delivered'],
    [200, '{ "success": true }', 'delivered'],
    [204, '', 'unanswered'],
    [200, '{"success":false,"code":400,"data":null}', 'together'],
    [200, '{"message":"no"}', 'unanswered'],
    [200, '{"success":"true"}', 'unanswered'],
    [400, '', 'together'],
    [413, '<html>', 'together'],
    [422, '{"success":true}', 'together'],
    [401, '{}', 'paused'],
    [403, '', 'paused'],
    [429, '', 'limited'],
    [500, '', 'busy'],
    [502, '', 'unanswered'],
  ])('by %d and "%s" is %s for all', (status, body, meaning) => {
    expect(outcomesOf(2, status, body)).toEqual([meaning, meaning])
  })

  test('about one event alone drops it with its words', async () => {
    const { destination, send } = setUp({ refuse: () => 'No such action.' })
    const events = eventsOf(1, { identity: ADA })
    const [outcome] = destination.interpret(events, await send(events))
    expect(outcome).toMatchObject({ type: 'dropped', reason: 'refused' })
    expect(outcome?.detail).toContain('No such action.')
  })

  test('to an address that is none leaves it out, where there is a user id', async () => {
    const identity = { ...ADA, email: 'ada@shop.c' }
    const { destination, send } = setUp()
    for (const events of [eventsOf(1, { identity }), eventsOf(3, { identity }), [identified({}, identity)]])
      expect(destination.interpret(events, await send(events))).toEqual(
        events.map(() => ({ type: 'retry', reason: 'identifier', identifier: 'email' })),
      )
    const { userId: _, ...nobody } = identity
    const events = eventsOf(1, { identity: nobody })
    expect(destination.interpret(events, await send(events))).toMatchObject([{ type: 'dropped' }])
  })

  test('to a wrong key pauses instead of dropping', async () => {
    const { destination, send } = setUp({ key: `pk_${'f'.repeat(64)}` })
    const events = eventsOf(3, { identity: ADA })
    const outcomes = destination.interpret(events, await send(events))
    expect(new Set(outcomes.map(({ reason }) => reason))).toEqual(new Set(['paused']))
  })

  test('to an event that it has already is that all is well: repeats can be found by their id', async () => {
    const { emulator, send } = setUp()
    const events = eventsOf(3, { identity: ADA })
    await send(events)
    await send(events, 'resend')
    expect([emulator.events().length, emulator.duplicates()]).toEqual([6, 3])
  })
})
