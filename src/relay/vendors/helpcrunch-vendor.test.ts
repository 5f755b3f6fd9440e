import { describe, expect, test } from 'vitest'
import { eventsOf, idsOf, NOON } from '../../../test/events.ts'
import { ask, createHelpcrunchWorld } from '../../../test/fakes/relay-world.ts'
import type { Call } from '../vendor.ts'
import { helpcrunchVendor } from './helpcrunch-vendor.ts'

const apiKey = 'hc-private-key'
const identity = { anonymousId: 'visitor', userId: 'customer-7', email: 'ada@shop.test' }
const wordsOf = (outcomes: Awaited<ReturnType<typeof ask>>) =>
  outcomes.map(({ type, reason }) => reason ?? type)

describe('a person', () => {
  test('is found by the site’s user id', async () => {
    const { emulator, start } = createHelpcrunchWorld({
      customers: [{ name: 'Ada' }, { userId: 'customer-7' }],
    })
    const relay = start({ vendors: [helpcrunchVendor({ apiKey })] })
    expect(wordsOf(await ask(relay, 'helpcrunch', eventsOf(2, { identity })))).toEqual([
      'delivered',
      'delivered',
    ])
    expect(emulator.events().map(({ customer }) => customer)).toEqual([542_002, 542_002])
  })

  test('is found by the e-mail address when HelpCrunch knows no id of the site’s', async () => {
    const { emulator, start } = createHelpcrunchWorld({ customers: [{ email: 'ada@shop.test' }] })
    await ask(start({ vendors: [helpcrunchVendor({ apiKey })] }), 'helpcrunch', eventsOf(1, { identity }))
    expect(emulator.events()).toHaveLength(1)
  })

  test('is not taken for another who has the same e-mail address', async () => {
    const customers = [{ userId: 'customer-8', email: 'ada@shop.test' }]
    const { emulator, start } = createHelpcrunchWorld({ customers })
    const relay = start({ vendors: [helpcrunchVendor({ apiKey, createCustomers: true })] })
    await ask(relay, 'helpcrunch', eventsOf(1, { identity }))
    expect(emulator.events().map(({ customer }) => customer)).toEqual([542_002])
  })

  test('whom HelpCrunch does not know is waited for, as the widget may be about to make the customer', async () => {
    const { world } = createHelpcrunchWorld()
    const vendor = helpcrunchVendor({ apiKey })
    const call: Call = async ({ url, ...init }) => {
      const { status, headers, ...response } = await world.fetch(url, init)
      return { type: 'answered', status, headers, body: JSON.stringify({ ...response, data: [] }) }
    }
    const [event] = eventsOf(1, { identity })
    if (!event) return
    expect(await vendor.deliver(event, call, NOON)).toMatchObject({ reason: 'busy', afterMs: 60_000 })
    expect(await vendor.deliver(event, call, NOON + 10 * 60_000)).toMatchObject({ reason: 'refused' })
  })

  test('who is removed and made anew is found again', async () => {
    const { emulator, start } = createHelpcrunchWorld()
    const relay = start({ vendors: [helpcrunchVendor({ apiKey, createCustomers: true })] })
    const newId = idsOf(3)
    await ask(relay, 'helpcrunch', eventsOf(1, { identity, newId }))
    emulator.removeCustomer(542_001)
    expect(wordsOf(await ask(relay, 'helpcrunch', eventsOf(1, { identity, newId })))).toEqual(['delivered'])
  })

  test('who identifies becomes a customer, when the site allows it, with a name', async () => {
    const { emulator, start } = createHelpcrunchWorld()
    const relay = start({ vendors: [helpcrunchVendor({ apiKey, createCustomers: true })] })
    const properties = { firstName: 'Ada', lastName: 'Lovelace', plan: 'gold' }
    const identify = {
      id: idsOf(1)(),
      type: 'identify',
      name: 'identify',
      time: NOON,
      properties,
      identity,
    } as const
    expect(wordsOf(await ask(relay, 'helpcrunch', [identify]))).toEqual(['delivered'])
    expect(emulator.customers()).toMatchObject([{ name: 'Ada Lovelace', userId: 'customer-7' }])
    expect([emulator.events(), emulator.violations()]).toEqual([[], []])
  })
})

describe('an event', () => {
  test('has its real time and id, and lists as text: HelpCrunch takes text, numbers and booleans', async () => {
    const { emulator, start } = createHelpcrunchWorld({ customers: [{ userId: 'customer-7' }] })
    const properties = { sku: 'A-1', value: 19.9, isNew: true, tags: ['a', 'b'], none: null }
    const events = eventsOf(1, { identity }).map((event) => ({ ...event, properties, uniqueId: 'order-7' }))
    await ask(start({ vendors: [helpcrunchVendor({ apiKey })] }), 'helpcrunch', events)
    expect(emulator.events()[0]?.data).toEqual({
      sku: 'A-1',
      value: 19.9,
      isNew: true,
      tags: '["a","b"]',
      occurredAt: new Date(NOON).toISOString(),
      eventId: 'order-7',
    })
  })

  test('that the vendor refuses is lost alone, and only the site is told', async () => {
    const refuse = ({ data }: { data: object }) =>
      'index' in data && data.index === 1 ? 'ada@shop.test' : undefined
    const { emulator, start } = createHelpcrunchWorld({ customers: [{ userId: 'customer-7' }], refuse })
    const told: string[] = []
    const outcomes = await ask(
      start({ vendors: [helpcrunchVendor({ apiKey })], report: (line) => told.push(line) }),
      'helpcrunch',
      eventsOf(3, { identity }),
    )
    expect(wordsOf(outcomes)).toEqual(['delivered', 'delivered', 'delivered'])
    expect(told).toEqual(['helpcrunch: an event is lost: HTTP 400 from the vendor'])
    expect(emulator.events()).toHaveLength(2)
  })
})

describe('the limit of 120 a minute', () => {
  test('is kept: what does not fit is told to come again, and comes once', async () => {
    const { emulator, pass, start } = createHelpcrunchWorld({ customers: [{ userId: 'customer-7' }] })
    const relay = start({ vendors: [helpcrunchVendor({ apiKey })] })
    const events = eventsOf(300, { identity })
    let rounds = 0
    for (let open = events.length; open > 0; rounds += 1) {
      const outcomes = await ask(relay, 'helpcrunch', events)
      open = outcomes.filter(({ type }) => type !== 'delivered').length
      pass(Math.max(...outcomes.map(({ afterMs = 0 }) => afterMs)))
    }
    expect(rounds).toBe(3)
    expect(emulator.requests().filter(({ status }) => status === 429)).toEqual([])
    expect(emulator.events().map(({ data }) => data.eventId)).toEqual(events.map(({ id }) => id))
  })

  test('of the vendor holds for others too once it has spoken', async () => {
    const rate = { requests: 2, windowMs: 60_000 }
    const { emulator, start } = createHelpcrunchWorld({
      customers: [{ userId: 'customer-7' }],
      rate,
      retryAfterSeconds: 40,
    })
    const relay = start({ vendors: [helpcrunchVendor({ apiKey })] })
    expect(await ask(relay, 'helpcrunch', eventsOf(2, { identity }))).toMatchObject([
      { type: 'delivered' },
      { reason: 'limited', afterMs: 40_000 },
    ])
    const newId = idsOf(9)
    expect(
      await ask(relay, 'helpcrunch', eventsOf(1, { newId, identity: { anonymousId: 'b', userId: 'b' } })),
    ).toMatchObject([{ reason: 'busy', afterMs: 40_000 }])
    expect(emulator.requests()).toHaveLength(3)
  })
})

describe('a request that is never answered', () => {
  const setUp = (unanswered: 'resend' | 'assume-delivered') => {
    const { emulator, world, start } = createHelpcrunchWorld({ customers: [{ userId: 'customer-7' }] })
    let isBroken = true
    const fetch: typeof world.fetch = async (url, init) => {
      const response = await world.fetch(url, init)
      if (isBroken && url.endsWith('/events')) throw new TypeError('the connection broke')
      return response
    }
    const relay = start({ vendors: [helpcrunchVendor({ apiKey, unanswered })], world: { ...world, fetch } })
    const mend = () => {
      isBroken = false
    }
    return { emulator, relay, mend }
  }

  test('is sent again, unless the site says otherwise', async () => {
    const { emulator, relay, mend } = setUp('resend')
    const events = eventsOf(1, { identity })
    expect(wordsOf(await ask(relay, 'helpcrunch', events))).toEqual(['unanswered'])
    mend()
    expect(wordsOf(await ask(relay, 'helpcrunch', events))).toEqual(['delivered'])
    expect(emulator.events()).toHaveLength(2)
  })

  test('is taken as delivered when the site prefers that', async () => {
    const { emulator, relay, mend } = setUp('assume-delivered')
    const events = eventsOf(1, { identity })
    expect(wordsOf(await ask(relay, 'helpcrunch', events))).toEqual(['delivered'])
    mend()
    expect(wordsOf(await ask(relay, 'helpcrunch', events))).toEqual(['delivered'])
    expect(emulator.events()).toHaveLength(1)
  })
})
