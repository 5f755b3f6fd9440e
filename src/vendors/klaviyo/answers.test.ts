import { describe, expect, test } from 'vitest'
import { ANYONE, eventsOf, idsOf, NOON } from '../../../test/events.ts'
import { createKlaviyoVendor } from '../../../test/fakes/klaviyo-vendor.ts'
import type { VendorResponse } from '../../core/destination.ts'
import type { TrackedEvent } from '../../core/event.ts'
import type { KlaviyoEmulatorOptions } from './emulator/emulator.ts'

const { destination } = createKlaviyoVendor()

const outcomesOf = (events: readonly TrackedEvent[], response: VendorResponse) =>
  destination.interpret(events, response).map(({ type, reason }) => reason ?? type)

describe('Klaviyo’s answer', () => {
  const isGuilty = ({ properties }: { properties: Readonly<Record<string, unknown>> }) =>
    Number(properties.index) % 7 === 3
  const refuse: KlaviyoEmulatorOptions['refuse'] = (event) =>
    isGuilty(event) ? 'No such product.' : undefined

  test('with pointers, has exactly the events that it points at come again alone', async () => {
    const events = eventsOf(30)
    const { send } = createKlaviyoVendor({ refuse })
    expect(outcomesOf(events, await send(events))).toEqual(
      events.map((event) => (isGuilty(event) ? 'alone' : 'together')),
    )
  })

  test('without pointers, blames nobody as long as several may be meant', async () => {
    const events = eventsOf(30)
    const { send } = createKlaviyoVendor({ refuse, pointers: false })
    expect(new Set(outcomesOf(events, await send(events)))).toEqual(new Set(['together']))
  })

  test('about one event alone, drops it with its words', async () => {
    const events = eventsOf(4).slice(3)
    const { send } = createKlaviyoVendor({ refuse, pointers: false })
    expect(destination.interpret(events, await send(events))).toEqual([
      { type: 'dropped', reason: 'refused', detail: 'No such product.' },
    ])
  })

  test('about one event alone, drops it with the whole answer where it has no words', () => {
    for (const body of ['', '<html>Bad request</html>', '{"errors":[]}'])
      expect(destination.interpret(eventsOf(1), { status: 400, body })).toEqual([
        { type: 'dropped', reason: 'refused', detail: body },
      ])
  })

  test('names an event by its whole number', () => {
    const body = '{"errors":[{"source":{"pointer":"/data/attributes/events/data/12"}}]}'
    const named = outcomesOf(eventsOf(30), { status: 400, body }).flatMap((reason, index) =>
      reason === 'alone' ? [index] : [],
    )
    expect(named).toEqual([12])
  })

  test('to a repeat of a single event is that all is well, and it is recorded once', async () => {
    const { emulator, send } = createKlaviyoVendor()
    const events = eventsOf(1)
    await send(events)
    expect(outcomesOf(events, await send(events, 'resend'))).toEqual(['delivered'])
    expect([emulator.events().length, emulator.duplicates()]).toEqual([1, 1])
  })

  test('to a bulk request in which events are repeated, has these come again alone', async () => {
    const events = eventsOf(4)
    const { send } = createKlaviyoVendor()
    await send(events.slice(1, 2))
    expect(outcomesOf(events, await send(events))).toEqual(['together', 'alone', 'together', 'together'])
  })

  test.each([
    [202, '', 'delivered'],
    [200, '<!doctype html>', 'unanswered'],
    [200, '', 'unanswered'],
    [201, '{"data":null}', 'unanswered'],
    [429, '{"errors":[{"status":429,"code":"throttled"}]}', 'limited'],
    [500, '', 'busy'],
    [503, '<html>', 'busy'],
    [502, '<html>', 'unanswered'],
    [504, '', 'unanswered'],
    [408, '', 'unanswered'],
    [401, '', 'paused'],
    [403, '{}', 'paused'],
    [400, '', 'together'],
    [413, '', 'together'],
  ])('by %d and "%s" is %s for all', (status, body, meaning) => {
    expect(outcomesOf(eventsOf(2), { status, body })).toEqual([meaning, meaning])
  })

  test('to a wrong company id pauses instead of dropping', async () => {
    const { send } = createKlaviyoVendor({ companyId: 'Other1' })
    for (const events of [eventsOf(3), eventsOf(1)]) {
      expect(new Set(outcomesOf(events, await send(events)))).toEqual(new Set(['paused']))
    }
  })

  test.each([
    { status: 503, retryAfterMs: 7_000, afterMs: 7_000 },
    { status: 429, retryAfterMs: 7_000, afterMs: 7_000 },
    { status: 429, retryAfterMs: undefined, afterMs: 0 },
  ])('passes the time on that it asks for: %j', ({ status, retryAfterMs, afterMs }) => {
    const response = { status, body: '', retryAfterMs }
    expect(destination.interpret(eventsOf(1), response)).toMatchObject([{ afterMs }])
  })
})

describe('a person whom Klaviyo refuses', () => {
  const identify = (identity: TrackedEvent['identity']): readonly TrackedEvent[] =>
    eventsOf(1, { identity }).map((event) => ({ ...event, type: 'identify', name: 'identify' }))
  const without = (events: readonly TrackedEvent[], identifier: 'email' | 'phone') =>
    events.map((event) => {
      const { [identifier]: _refused, ...identity } = event.identity
      return { ...event, identity }
    })

  const WRONG = [
    ['email', 'ada@shop.test.'],
    ['email', 'ada..l@shop.test'],
    ['email', 'ada@shop.c'],
    ['email', '<ada@shop.test>'],
    ['email', 'müller@shop.test'],
    ['email', 'ada@-shop.test'],
    ['email', `${'a'.repeat(70_000)}@shop`],
    ['phone', '+15555555555'],
    ['phone', '+1202555012'],
    ['phone', '+0123456789'],
  ] as const

  test.each(WRONG)(
    'for the %s "%.30s" is sent again without it, in every form of request',
    async (name, wrong) => {
      const identity = { ...ANYONE, userId: 'customer-7', [name]: wrong }
      for (const events of [eventsOf(1, { identity }), eventsOf(20, { identity }), identify(identity)]) {
        const { emulator, send } = createKlaviyoVendor()
        expect(destination.interpret(events, await send(events))).toEqual(
          events.map(() => ({ type: 'retry', reason: 'identifier', identifier: name })),
        )
        const innocent = without(events, name)
        expect(new Set(outcomesOf(innocent, await send(innocent)))).toEqual(new Set(['delivered']))
        expect(emulator.profiles()).toMatchObject([{ attributes: { external_id: 'customer-7' } }])
      }
    },
  )

  test('for both, loses one after the other', async () => {
    const { send } = createKlaviyoVendor()
    const events = eventsOf(3, { identity: { ...ANYONE, email: 'ada@shop.c', phone: '+15555555555' } })
    expect(outcomesOf(events, await send(events))).toEqual(Array(3).fill('identifier'))
    const left = without(events, 'email')
    expect(destination.interpret(left, await send(left))[0]).toMatchObject({ identifier: 'phone' })
    expect(outcomesOf(without(left, 'phone'), await send(without(left, 'phone')))).toEqual(
      Array(3).fill('delivered'),
    )
  })

  test.each([
    ['/data/attributes/profile/data/attributes/email', 'email'],
    ['/data/attributes/profile/data/attributes/phone_number', 'phone'],
    ['/data/attributes/email', 'email'],
    ['/data/attributes/phone_number', 'phone'],
    ['/data/attributes/profiles/data/0/attributes/phone_number', 'phone'],
  ])('is told by the pointer %s', (pointer, identifier) => {
    const identity = { ...ANYONE, email: 'ada@shop.test', phone: '+491701234567' }
    const response = {
      status: 400,
      body: JSON.stringify({ errors: [{ detail: 'no', source: { pointer } }] }),
    }
    for (const count of [1, 3])
      expect(destination.interpret(eventsOf(count, { identity }), response)).toEqual(
        Array(count).fill({ type: 'retry', reason: 'identifier', identifier }),
      )
    // A field that was not sent cannot be left out.
    expect(outcomesOf(eventsOf(1), response)).toEqual(['refused'])
  })
})

describe('a clock that Klaviyo does not believe', () => {
  const YEAR_MS = 365 * 86_400_000
  const at = (time: number, count: number) => eventsOf(count).map((event) => ({ ...event, time }))

  test.each([
    ['at 1970', 5_000],
    ['before it', -5_000],
    ['at 1989', Date.UTC(1989, 11, 31)],
    ['two years ahead', NOON + 2 * YEAR_MS],
    ['at the end of time', 8.64e15],
  ])('%s, and right again, gives the time of receipt', async (_when, time) => {
    for (const count of [1, 20]) {
      const { emulator, send } = createKlaviyoVendor()
      expect((await send(at(time, count), 'first', NOON)).status).toBe(202)
      expect(emulator.events().map((event) => Date.parse(event.time))).toEqual(Array(count).fill(NOON))
    }
  })

  test.each([1, 20])(
    'and that is still years ahead costs one refusal (of %d), and no event',
    async (count) => {
      const vendor = createKlaviyoVendor()
      const ahead = NOON + 2 * YEAR_MS
      const refused = at(ahead, count)
      const outcomes = vendor.destination.interpret(refused, await vendor.send(refused, 'first', ahead))
      expect(outcomes.map(({ reason }) => reason)).toEqual(Array(count).fill('alone'))
      for (const event of refused)
        expect((await vendor.send([event], 'resend', ahead + 1_000)).status).toBe(202)
      const next = eventsOf(5, { newId: idsOf(2) }).map((event) => ({ ...event, time: ahead + 2_000 }))
      expect((await vendor.send(next, 'first', ahead + 3_000)).status).toBe(202)
      expect(vendor.emulator.violations()).toHaveLength(1)
      expect(vendor.emulator.events()).toHaveLength(count + 5)
    },
  )

  test('costs none of two that were on their way when the first was refused', async () => {
    const { destination, emulator, send } = createKlaviyoVendor()
    const ahead = NOON + 2 * YEAR_MS
    const events = eventsOf(2).map((event, index) => ({ ...event, time: ahead + index }))
    const answers = await Promise.all(events.map((event) => send([event], 'first', ahead)))
    const outcomes = events.map((event, index) => destination.interpret([event], answers[index] as never))
    expect(outcomes.flat().map(({ reason }) => reason)).toEqual(['alone', 'alone'])
    for (const event of events) await send([event], 'resend', ahead)
    expect(emulator.events()).toHaveLength(2)
  })

  test('does not go on for ever where the vendor complains of no time either', async () => {
    const { destination, send } = createKlaviyoVendor()
    const ahead = NOON + 2 * YEAR_MS
    const refusal = await send(at(ahead, 1), 'first', ahead)
    destination.interpret(at(ahead, 1), refusal)
    await send(at(ahead, 1), 'resend', ahead)
    expect(destination.interpret(at(ahead, 1), refusal)).toMatchObject([
      { type: 'dropped', reason: 'refused' },
    ])
  })

  test('and sets right, has its times again', async () => {
    const { destination, emulator, send } = createKlaviyoVendor()
    const ahead = NOON + 2 * YEAR_MS
    destination.interpret(at(ahead, 1), await send(at(ahead, 1), 'first', ahead))
    await send(at(NOON - 60_000, 1), 'first', NOON)
    expect(emulator.events().map(({ time }) => Date.parse(time))).toEqual([NOON - 60_000])
  })

  test('has its times in words that are not the page’s', () => {
    const { toJSON } = Date.prototype
    try {
      // prototype.js 1.6 returns the text with quotes of its own.
      Date.prototype.toJSON = () => '"21 November"'
      const { body } = destination.encode(at(NOON, 1), 'first')
      expect(body).toContain('"time":"2026-11-21T12:00:00.000Z"')
    } finally {
      Date.prototype.toJSON = toJSON
    }
  })
})
