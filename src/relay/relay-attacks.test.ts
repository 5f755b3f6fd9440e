import { describe, expect, test } from 'vitest'
import { eventsOf, idsOf } from '../../test/events.ts'
import { ask, createHelpcrunchWorld, createYotpoWorld, ORIGIN } from '../../test/fakes/relay-world.ts'
import type { Identity, Properties, TrackedEvent } from '../core/event.ts'
import { waitAskedFor } from './caller.ts'
import { createRelay } from './create-relay.ts'
import { createMemoryIds } from './ids/memory-ids.ts'
import { helpcrunchVendor } from './vendors/helpcrunch-vendor.ts'
import { yotpoVendor } from './vendors/yotpo-vendor.ts'

const apiKey = 'hc-private-key'
const secret = 'yotpo-private-secret'
const ada: Identity = { anonymousId: 'a', userId: 'ada' }
const bob: Identity = { anonymousId: 'b', userId: 'bob' }
const customers = [{ userId: 'ada' }, { userId: 'bob' }, { email: 'known@shop.test' }]

let tab = 100
/** Makes an event with an id of its own, as a new page would. */
const eventOf = (changes: Partial<TrackedEvent>, identity = ada): TrackedEvent => {
  tab += 1
  const [event] = eventsOf(1, { newId: idsOf(tab), identity })
  return { ...(event as TrackedEvent), ...changes }
}

describe('the site’s own id', () => {
  const order = { name: 'Placed Order', uniqueId: '7001' }
  const TABLE: readonly (readonly [string, number, Partial<TrackedEvent>, Identity])[] = [
    ['of the same event again', 1, order, ada],
    [
      'of the same event, of a person who tells an address meanwhile',
      1,
      order,
      { ...ada, email: 'ada@shop.test' },
    ],
    ['of an event of another name', 2, { ...order, name: 'Refunded Order' }, ada],
    ['of another person', 2, order, bob],
    ['that is another', 2, { ...order, uniqueId: '7002' }, ada],
  ]

  test.each(TABLE)(
    '%s is known to HelpCrunch’s memory as %i event(s)',
    async (_, count, changes, identity) => {
      const { emulator, start } = createHelpcrunchWorld({ customers })
      const relay = start({ vendors: [helpcrunchVendor({ apiKey })] })
      await ask(relay, 'helpcrunch', [eventOf(order)])
      await ask(relay, 'helpcrunch', [eventOf(changes, identity)])
      expect(emulator.events()).toHaveLength(count)
    },
  )

  test.each(TABLE)('%s is known to Yotpo as %i event(s)', async (_, count, changes, identity) => {
    const { emulator, start } = createYotpoWorld()
    const relay = start({ vendors: [yotpoVendor({ storeId: 'store-1', secret })] })
    await ask(relay, 'yotpo', [eventOf(order)])
    await ask(relay, 'yotpo', [eventOf(changes, identity)])
    expect(emulator.overridden()).toBe(2 - count)
  })
})

describe('what was dropped comes again once its cause is repaired', () => {
  test('when the vendor refused it', async () => {
    let isRefused = true
    const { emulator, start } = createHelpcrunchWorld({
      customers,
      refuse: () => (isRefused ? 'no' : undefined),
    })
    const relay = start({ vendors: [helpcrunchVendor({ apiKey })] })
    const event = eventOf({ uniqueId: 'order-1' })
    await ask(relay, 'helpcrunch', [event])
    isRefused = false
    await ask(relay, 'helpcrunch', [event])
    await ask(relay, 'helpcrunch', [event])
    expect(emulator.events()).toHaveLength(1)
  })

  test('when the event was one of nobody', async () => {
    const { emulator, start } = createHelpcrunchWorld({ customers })
    const relay = start({ vendors: [helpcrunchVendor({ apiKey })] })
    const event = eventOf({})
    const nobody = { ...event, identity: { anonymousId: 'a' } }
    expect(await ask(relay, 'helpcrunch', [nobody])).toMatchObject([{ reason: 'invalid' }])
    await ask(relay, 'helpcrunch', [event])
    expect(emulator.events()).toHaveLength(1)
  })
})

describe('a stranger with the write key', () => {
  test('does not learn who is a customer', async () => {
    const { start } = createHelpcrunchWorld({
      customers,
      // The vendor sees an event that is refused only when it knows the customer.
      refuse: ({ data }) => ('bad' in data ? 'no' : undefined),
    })
    const relay = start({ vendors: [helpcrunchVendor({ apiKey })] })
    const answersFor = async (identity: Identity) => {
      const plain = [eventOf({}, identity), eventOf({}, identity)]
      const bad = eventOf({ properties: { bad: true } }, identity)
      const answers = [...(await ask(relay, 'helpcrunch', plain)), ...(await ask(relay, 'helpcrunch', [bad]))]
      return answers.map(({ id, ...rest }) => rest)
    }
    const known = await answersFor({ anonymousId: 'x', email: 'known@shop.test' })
    expect(await answersFor({ anonymousId: 'y', email: 'unknown@shop.test' })).toEqual(known)
  })

  test('costs one search for many events of somebody whom the vendor does not know', async () => {
    const { emulator, start } = createHelpcrunchWorld({ customers })
    const relay = start({ vendors: [helpcrunchVendor({ apiKey })] })
    await ask(relay, 'helpcrunch', eventsOf(50, { identity: { anonymousId: 'x', userId: 'nobody' } }))
    expect(emulator.requests()).toHaveLength(1)
  })

  test('cannot make the relay forget what it has delivered', async () => {
    const { emulator, start } = createHelpcrunchWorld({ customers, enforceRateLimits: false })
    const deliveredIds = createMemoryIds({ maxIds: 1_000 })
    const relay = start({ vendors: [helpcrunchVendor({ apiKey })], deliveredIds })
    const event = eventOf({})
    await ask(relay, 'helpcrunch', [event])
    for (let round = 0; round < 5; round += 1)
      await ask(relay, 'helpcrunch', eventsOf(1_000, { newId: idsOf(900 + round) }))
    await ask(relay, 'helpcrunch', [event])
    expect(emulator.events()).toHaveLength(1)
  })

  test('cannot use up the id of a real order', async () => {
    const { emulator, start } = createHelpcrunchWorld({ customers })
    const relay = start({ vendors: [helpcrunchVendor({ apiKey })] })
    const order = { name: 'Placed Order', uniqueId: 'order-1002' }
    await ask(relay, 'helpcrunch', [eventOf(order, { anonymousId: 'x' }), eventOf(order, bob)])
    await ask(relay, 'helpcrunch', [eventOf(order)])
    expect(emulator.events().map(({ customer }) => customer)).toContain(542_001)
  })
})

describe('what a vendor asks to wait is bounded', () => {
  test.each([
    ['1e12', 3_600_000],
    ['Infinity', 3_600_000],
    ['86400', 3_600_000],
    ['30', 30_000],
    ['-5', 1_000],
    ['NaN', 1_000],
    ['', 1_000],
  ])('%s', (value, expected) => {
    expect(waitAskedFor(new Headers({ 'retry-after': value }), 1_000)).toBe(expected)
  })
})

/** Makes a request that passes the checks of the head. */
const post = (body: string) => new Request(ORIGIN, { method: 'POST', headers: { origin: ORIGIN }, body })
const requestWith = (changes: object) =>
  JSON.stringify({ writeKey: 'shop', destination: 'yotpo', events: [eventOf({})], ...changes })
const withProperties = (properties: Properties) => requestWith({ events: [eventOf({ properties })] })
const nested = (depth: number, open: string, close: string) => `${open.repeat(depth)}1${close.repeat(depth)}`

describe('no request is dear, and each has an answer that a page can read', () => {
  const MARKS = '\u0315\u0300\u0327'
  test.each([
    ['a name of combining marks', withProperties({ [`a${MARKS.repeat(160_000)}`]: 1 })],
    [
      'many names of combining marks',
      withProperties(
        Object.fromEntries(Array.from({ length: 1_000 }, (_, at) => [at + MARKS.repeat(80), 1])),
      ),
    ],
    ['an event’s name of combining marks', requestWith({ events: [eventOf({ name: MARKS.repeat(341) })] })],
    ['a destination that cannot be text', requestWith({ destination: { toString: 1 } })],
    ['deep lists', withProperties({ deep: 0 }).replace('"deep":0', `"deep":${nested(200_000, '[', ']')}`)],
    [
      'deep objects',
      withProperties({ deep: 0 }).replace('"deep":0', `"deep":${nested(150_000, '{"a":', '}')}`),
    ],
    ['a deep body', nested(450_000, '[', ']')],
    ['__proto__', withProperties({ a: 0 }).replace('"a":0', '"__proto__":{"toString":1},"constructor":1')],
  ])('%s', async (_, body) => {
    const { start } = createYotpoWorld({ enforceRateLimits: false })
    const relay = start({ vendors: [yotpoVendor({ storeId: 'store-1', secret })] })
    const before = process.cpuUsage()
    const response = await relay(post(body))
    // An ordinary request takes a few milliseconds of the processor, whatever else the machine does; the attack took
    // minutes.
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(10_000)
    expect(response.status).toBeLessThan(500)
    expect(response.headers.get('access-control-allow-origin')).toBe(ORIGIN)
    expect(await response.json()).toBeTruthy()
  })

  test('whatever fails inside', async () => {
    const relay = createRelay({
      origins: [ORIGIN],
      writeKeys: ['shop'],
      vendors: [helpcrunchVendor({ apiKey })],
    })
    const broken = new Request(ORIGIN, {
      method: 'POST',
      headers: { origin: ORIGIN },
      body: new ReadableStream({ pull: (controller) => controller.error(new Error('broke off')) }),
      duplex: 'half',
    } as RequestInit)
    const response = await relay(broken)
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([500, ORIGIN])
    expect(await response.json()).toMatchObject({ error: { code: 'failed' } })
  })
})
