import { describe, expect, test } from 'vitest'
import type { KlaviyoEmulatorOptions } from '../../demo/vendors/klaviyo.ts'
import { eventsOf } from '../../test/events.ts'
import { createKlaviyoVendor } from '../../test/fakes/klaviyo-vendor.ts'
import type { VendorResponse } from '../core/destination.ts'
import type { TrackedEvent } from '../core/event.ts'

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
    [429, '{"errors":[{"status":429,"code":"throttled"}]}', 'busy'],
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
    { status: 429, retryAfterMs: 7_000, afterMs: 67_000 },
    { status: 429, retryAfterMs: undefined, afterMs: 60_000 },
  ])(
    'passes the time on that it asks for, and a minute more for all whom its limit has refused: %j',
    ({ status, retryAfterMs, afterMs }) => {
      const response = { status, body: '', retryAfterMs }
      expect(destination.interpret(eventsOf(1), response)).toMatchObject([{ afterMs }])
    },
  )
})
