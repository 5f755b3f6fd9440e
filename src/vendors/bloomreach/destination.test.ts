import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { testDestination } from '../../../test/contract/destination.ts'
import { ANYONE, anyEvents, anyIdentity, anyProperties, eventsOf, idsOf, NOON } from '../../../test/events.ts'
import { createEmulatedVendor } from '../../../test/fakes/emulated-vendor.ts'
import { runsOf } from '../../../test/runs.ts'
import type { TrackedEvent } from '../../core/event.ts'
import { bloomreach } from './destination.ts'
import {
  type BloomreachEmulatorOptions,
  createBloomreachEmulator,
  PROJECT_TOKEN,
  PUBLIC_TOKEN,
} from './emulator/emulator.ts'

const make = () =>
  bloomreach({ projectToken: PROJECT_TOKEN, key: PUBLIC_TOKEN, endpoint: 'https://vendor.test' })

const setUp = (options: BloomreachEmulatorOptions = {}) =>
  createEmulatedVendor(
    make(),
    createBloomreachEmulator({ now: () => NOON, enforceRateLimits: false, ...options }),
  )

const read = (body: string): readonly unknown[] => (JSON.parse(body) as { commands: unknown[] }).commands

testDestination('bloomreach', {
  make,
  read,
  withKey: (key) => bloomreach({ projectToken: PROJECT_TOKEN, key }),
  publicKeys: [PUBLIC_TOKEN, '0'.repeat(64)],
  privateKeys: [
    `${'a'.repeat(64)}:${'b'.repeat(64)}`,
    `Basic ${btoa(`${'a'.repeat(64)}:${'b'.repeat(64)}`)}`,
    btoa(`${'a'.repeat(64)}:${'b'.repeat(64)}`),
    'Basic abc',
  ],
  wrongKeys: ['a'.repeat(63), 'a'.repeat(65), 'A'.repeat(64), `${'a'.repeat(64)}\n`, PROJECT_TOKEN],
  keyOption: /key/,
})

const identified = (properties: TrackedEvent['properties'], identity = ANYONE): TrackedEvent => ({
  id: idsOf(1)(),
  type: 'identify',
  name: 'identify',
  time: NOON,
  properties,
  identity,
})

describe('the other options', () => {
  const options = { projectToken: PROJECT_TOKEN, key: PUBLIC_TOKEN }
  test.each([
    ['projectToken', 'AbC123'],
    ['endpoint', 'api-eu.exponea.com'],
    ['baseUrl', 'https://api-eu.exponea.com'],
  ])('are refused by name when they are malformed or unknown: %s = "%s"', (name, value) => {
    const make = () => bloomreach({ ...options, [name]: value })
    expect(make).toThrow(TypeError)
    expect(make).toThrow(new RegExp(`sendoff: bloomreach ${name} has ${value.length} characters; expected`))
  })

  test('name the instance, with or without a slash at its end', () => {
    for (const endpoint of ['https://api-eu.exponea.com', 'https://api-eu.exponea.com/']) {
      const { url } = bloomreach({ ...options, endpoint }).encode(eventsOf(1), 'first')
      expect(url).toBe(
        `https://api-eu.exponea.com/track/v2/projects/${PROJECT_TOKEN}/batch?access_token=${PUBLIC_TOKEN}`,
      )
    }
  })
})

describe('what Bloomreach reads', () => {
  test('breaks none of its rules, for any events within its limits', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyEvents(),
        fc.constantFrom('first' as const, 'resend' as const),
        async (events, attempt) => {
          const { destination, emulator, send } = setUp()
          const answer = await send(events, attempt)
          expect([answer.status, emulator.requests()[0]?.details]).toEqual([200, []])
          expect(destination.interpret(events, answer).map(({ type }) => type)).toEqual(
            events.map(() => 'delivered'),
          )
        },
      ),
    )
  })

  test('is what the page said, of whom, and when', () => {
    fc.assert(
      fc.property(anyEvents(), (events) => {
        const said = events.map(({ name, time, properties, identity }, index) => ({
          name: 'customers/events',
          data: {
            customer_ids: { cookie: identity.anonymousId },
            event_type: name,
            timestamp: (time + index / 4_096) / 1_000,
            properties,
          },
        }))
        expect(read(make().encode(events, 'first').body)).toMatchObject(said)
      }),
    )
  })

  test('is the events of several people in one request, 50 at most', async () => {
    const newId = idsOf(1)
    const people = ['a', 'b', 'c'].flatMap((userId) =>
      eventsOf(20, { newId, identity: { anonymousId: `visitor ${userId}`, userId } }),
    )
    const { destination, emulator, send } = setUp()
    await send(people)
    expect(emulator.events()).toHaveLength(50)
    expect(emulator.customers().map(({ registered }) => registered)).toEqual(['a', 'b', 'c'])
    expect(destination.encode(people, 'first').events).toHaveLength(50)
  })

  test('keeps events of the same millisecond apart and in their order', async () => {
    const { emulator, send } = setUp()
    await send(eventsOf(40).map((event) => ({ ...event, properties: {} })))
    const times = emulator.events().map(({ timestamp }) => Number(timestamp))
    expect(times).toHaveLength(40)
    expect([...new Set(times)].sort((a, b) => a - b)).toEqual(times)
    expect(times.every((time) => Math.floor(time * 1_000) === NOON)).toBe(true)
  })

  test.each([5_000, -5_000, NOON + 2 * 31_536_000_000, 8.64e15])(
    'has the time at which it was tracked where its own cannot be, and else that of receipt: %d',
    async (time) => {
      const { emulator, send } = setUp()
      const [told, fast] = [idsOf(1)(), idsOf(2, () => Math.max(1, Math.min(time, 2 ** 47)))()]
      const [event] = eventsOf(1) as [TrackedEvent]
      await send(
        [
          { ...event, id: told, time },
          { ...event, id: fast, time },
        ],
        'first',
        NOON,
      )
      expect(emulator.violations()).toEqual([])
      expect(emulator.events().map(({ timestamp }) => timestamp)).toEqual([NOON / 1_000, undefined])
    },
  )

  test('is null where the site erases on purpose', async () => {
    const { emulator, send } = setUp()
    await send([
      identified({ firstName: 'Ada' }),
      { ...identified({ $unset: ['firstName'] }), id: idsOf(2)() },
    ])
    expect(emulator.customers()).toMatchObject([{ properties: { first_name: null } }])
  })

  test('is recorded once, however often it is sent', async () => {
    const { emulator, destination, send } = setUp()
    const events = eventsOf(20)
    await send(events)
    const again = await send(events, 'resend')
    expect(destination.interpret(events, again).every(({ type }) => type === 'delivered')).toBe(true)
    expect([emulator.events().length, emulator.duplicates()]).toEqual([20, 20])
  })

  test('is an update of the customer when a visitor is identified, in the vendor’s own names', async () => {
    const { emulator, send } = setUp()
    const identity = { ...ANYONE, userId: 'Customer-7', email: 'ada@shop.test', phone: '+491701234567' }
    const traits = { firstName: 'Ada', lastName: 'Lovelace', plan: 'gold' }
    await send([...eventsOf(2), identified(traits, identity)])
    expect(emulator.violations()).toEqual([])
    expect(emulator.customers()).toMatchObject([
      {
        registered: 'Customer-7',
        cookies: [ANYONE.anonymousId],
        properties: {
          email: 'ada@shop.test',
          phone: '+491701234567',
          first_name: 'Ada',
          last_name: 'Lovelace',
          plan: 'gold',
        },
      },
    ])
  })

  test('is an update that it accepts, for any traits', async () => {
    await fc.assert(
      fc.asyncProperty(anyIdentity, anyProperties, async (identity, traits) => {
        const { emulator, send } = setUp()
        await send([identified(traits, identity)])
        expect(emulator.requests()[0]?.details).toEqual([])
      }),
    )
  })

  test.each([
    ['Ada@Shop.Test', 'ada@shop.test'],
    ['AbC-7', 'AbC-7'],
    ['null', undefined],
    ['undefined', undefined],
    ['---', undefined],
    ['Иван', 'Иван'],
  ])('names a registered customer only where the id can be one: %s', async (userId, registered) => {
    const { emulator, send } = setUp()
    await send(eventsOf(1, { identity: { ...ANYONE, userId } }))
    expect([emulator.violations(), emulator.customers()[0]?.registered]).toEqual([[], registered])
  })
})

describe('an event that is too large for Bloomreach', () => {
  const large = (event: TrackedEvent): TrackedEvent => ({
    ...event,
    properties: { ...event.properties, text: 'é'.repeat(8_000) },
  })
  const eventsWith = (isLarge: (index: number) => boolean) =>
    eventsOf(10).map((event, index) => (isLarge(index) ? large(event) : event))

  test('is dropped alone, and not sent', async () => {
    const events = eventsWith((index) => index % 3 === 1)
    const { destination, emulator, send } = setUp()
    const outcomes = destination.interpret(events, await send(events))
    expect(outcomes.map(({ reason }) => reason)).toEqual(
      events.map((_, index) => (index % 3 === 1 ? 'too-large' : undefined)),
    )
    expect([emulator.events().length, emulator.violations()]).toEqual([7, []])
    expect(JSON.stringify(emulator.requests())).not.toContain('ééé')
  })

  test('is dropped when there is nothing else to send', async () => {
    const events = eventsWith(() => true)
    const { destination, emulator, send } = setUp()
    const outcomes = destination.interpret(events, await send(events))
    expect(new Set(outcomes.map(({ reason }) => reason))).toEqual(new Set(['too-large']))
    expect([emulator.events(), emulator.violations()]).toEqual([[], []])
  })

  test('is one with a value of 16 kB, or with 800 kB in all', async () => {
    const oneValue = (bytes: number) => ({ text: 'x'.repeat(bytes - 2) })
    const manyValues = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [index, 'x'.repeat(15_900)]))
    const events = [oneValue(15_999), oneValue(16_000), manyValues(50), manyValues(51)].map(
      (properties, index) => ({ ...(eventsOf(4)[index] as TrackedEvent), properties }),
    )
    const { destination, emulator, send } = setUp()
    const outcomes = destination.interpret(events, await send(events))
    expect(outcomes.map(({ type }) => type)).toEqual(['delivered', 'dropped', 'delivered', 'dropped'])
    expect(emulator.violations()).toEqual([])
  })

  test('waits with the others while the vendor is busy', () => {
    const events = eventsWith((index) => index === 0)
    const outcomes = make().interpret(events, { status: 503, body: '' })
    expect(new Set(outcomes.map(({ reason }) => reason))).toEqual(new Set(['busy']))
  })
})

describe('Bloomreach’s answer', () => {
  const outcomesOf = (count: number, status: number, body: string) =>
    make()
      .interpret(eventsOf(count), { status, body })
      .map(({ type, reason }) => reason ?? type)

  test('names the guilty by position, in the vendor’s words', async () => {
    const { destination, send } = setUp({
      refuse: ({ properties }) =>
        Number(properties.index) % 7 === 3 ? 'Not authorized to add event of specified type' : undefined,
    })
    const events = eventsOf(30)
    const outcomes = destination.interpret(events, await send(events))
    expect(outcomes.map(({ type }) => type)).toEqual(
      events.map((_, index) => (index % 7 === 3 ? 'dropped' : 'delivered')),
    )
    expect(outcomes[3]?.detail).toContain('Not authorized to add event of specified type')
  })

  test.each(['["wrong"]', '"wrong"'])('may say why as %s', (errors) => {
    const body = `{"results":[{"success":false,"errors":${errors}},{"success":true}],"success":true}`
    const [outcome, other] = make().interpret(eventsOf(2), { status: 200, body })
    expect(outcome).toMatchObject({ type: 'dropped', reason: 'refused' })
    expect(outcome?.detail).toContain('wrong')
    expect(other).toEqual({ type: 'delivered' })
  })

  test.each([
    [200, '{"success":false,"errors":"Field project_id is required"}', 'together'],
    [400, '{"success":false,"message":"Invalid JSON"}', 'together'],
    [413, '<html>', 'together'],
    [400, '{"success":false,"error":"Could not authenticate"}', 'paused'],
    [400, '{"success":false,"error":"Invalid project id"}', 'paused'],
    [401, '', 'paused'],
    [403, '', 'paused'],
    [404, '', 'paused'],
    [429, '{"success":false,"error":"slow down"}', 'limited'],
    [500, '{"success":false,"error":"oh"}', 'busy'],
    [504, '', 'unanswered'],
    [200, '<html>please log in</html>', 'unanswered'],
    [200, '', 'unanswered'],
    [200, '{"success":true}', 'unanswered'],
    [200, '{"results":[],"success":true}', 'unanswered'],
    [200, '{"results":[null,7],"success":true}', 'unanswered'],
  ])('by %d and %s is %s for all', (status, body, meaning) => {
    expect(outcomesOf(2, status, body)).toEqual([meaning, meaning])
  })

  test('about one event alone is about that one', () => {
    for (const body of ['{"success":false,"errors":"no"}', '{"success":false,"message":"no"}'])
      for (const status of [200, 400]) expect(outcomesOf(1, status, body)).toEqual(['refused'])
  })

  test('to a wrong project pauses instead of dropping', async () => {
    for (const options of [{ projectToken: `${PROJECT_TOKEN.slice(0, -1)}0` }, { key: 'z'.repeat(64) }]) {
      const { destination, send } = setUp(options)
      const events = eventsOf(3)
      const outcomes = destination.interpret(events, await send(events))
      expect(new Set(outcomes.map(({ reason }) => reason))).toEqual(new Set(['paused']))
    }
  })

  test('has one outcome for each event, for any results', () => {
    const anyResult = fc.oneof(
      fc.jsonValue({ maxDepth: 1 }),
      fc.record(
        { success: fc.oneof(fc.boolean(), fc.jsonValue({ maxDepth: 0 })), errors: fc.jsonValue() },
        { requiredKeys: [] },
      ),
    )
    const anyAnswer = fc.record(
      {
        results: fc.oneof(fc.array(anyResult), fc.jsonValue({ maxDepth: 1 })),
        success: fc.jsonValue({ maxDepth: 0 }),
        error: fc.jsonValue({ maxDepth: 0 }),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        anyAnswer,
        fc.constantFrom(200, 202, 400, 500),
        (count, answer, status) => {
          const outcomes = outcomesOf(count, status, JSON.stringify(answer))
          expect(outcomes).toHaveLength(count)
          outcomes.forEach((outcome, index) => {
            const result = Array.isArray(answer.results) ? answer.results[index] : undefined
            if (status < 300 && Object(result).success === true) expect(outcome).toBe('delivered')
            else if (Array.isArray(answer.results)) expect(outcome).not.toBe('delivered')
          })
        },
      ),
      { numRuns: runsOf(1_000) },
    )
  })
})
