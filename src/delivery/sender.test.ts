import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { ANYONE, eventsOf, frozen, idsOf, NOON } from '../../test/events.ts'
import { createFakeDestination } from '../../test/fakes/destination.ts'
import { createFakeWorld, type SentRequest } from '../../test/fakes/world.ts'
import type { VendorResponse } from '../core/destination.ts'
import type { Store } from '../store/store.ts'
import { crowdpower } from '../vendors/crowdpower/destination.ts'

const DAY_MS = 86_400_000
const refusing = (status: number, retryAfterMs?: number) => (): VendorResponse => ({
  status,
  body: '',
  retryAfterMs,
})

describe('events leave', () => {
  test('a second after the first of a quiet page, together with what followed it', async () => {
    const { sender, pass, requests, flushes, outcomes } = createFakeWorld()
    const newId = idsOf(1)
    await sender.add(frozen(eventsOf(1, { newId })), false)
    await pass(600)
    await sender.add(frozen(eventsOf(2, { newId })), false)
    await pass(399)
    expect(requests).toEqual([])
    await pass(1)
    expect([flushes, requests.map(({ atMs }) => atMs)]).toEqual([['interval'], [1_000]])
    expect(outcomes.map(([, { type }]) => type)).toEqual(['delivered', 'delivered', 'delivered'])
  })

  test('at once when they fill a request', async () => {
    const { sender, rest, requests, flushes } = createFakeWorld()
    const newId = idsOf(1)
    await sender.add(frozen(eventsOf(99, { newId })), false)
    await rest()
    expect(requests).toEqual([])
    await sender.add(frozen(eventsOf(1, { newId })), false)
    await rest()
    expect([flushes, requests.map(({ atMs }) => atMs)]).toEqual([['size'], [0]])
  })

  test.each(['start', 'online', 'manual'] as const)('at once when asked to: %s', async (reason) => {
    const { sender, flushes, requests } = createFakeWorld()
    await sender.add(frozen(eventsOf(3)), false)
    await sender.flushNow(reason)
    expect([flushes, requests.length]).toEqual([[reason], 1])
  })

  test.each(['hidden', 'pagehide'] as const)('with the page, in the same step: %s', async (reason) => {
    const { sender, flushes, requests, rest, outcomes } = createFakeWorld()
    await sender.add(frozen(eventsOf(3)), false)
    sender.leave(reason)
    expect([flushes, requests.map(({ leaving }) => leaving)]).toEqual([[reason], [true]])
    await rest()
    expect(outcomes).toHaveLength(3)
    expect(await sender.status()).toMatchObject({ queued: 0, counts: { delivered: 3 } })
  })

  test('with the page also when they are tracked in its last moment, before they are stored', () => {
    const { sender, requests } = createFakeWorld()
    sender.add(frozen(eventsOf(3)), true)
    expect(requests.map(({ leaving }) => leaving)).toEqual([true])
  })

  test('in one request for as many as fit, and in the next for the others', async () => {
    const { sender, requests, pass, outcomes } = createFakeWorld()
    await sender.add(frozen(eventsOf(250)), false)
    await pass(2_000)
    expect([requests.length, outcomes.length]).toEqual([3, 250])
  })
})

describe('a vendor that wants to know what comes late', () => {
  const destination = crowdpower({ key: `pk_${'0'.repeat(64)}` })
  const events = eventsOf(1, { identity: { ...ANYONE, userId: 'customer-7' } })
  const visits = ({ body }: SentRequest) =>
    JSON.parse(body).events.map(({ update_session }: { update_session: boolean }) => update_session)

  test.each([
    [29, true],
    [60, false],
  ])(
    'is told when events leave for the first time %d minutes after they were tracked',
    async (minutes, isVisit) => {
      const { sender, setOnline, pass, requests } = createFakeWorld({ destination })
      setOnline(false)
      await sender.add(frozen(events), false)
      await pass(minutes * 60_000)
      setOnline(true)
      await sender.flushNow('online')
      expect(requests.map(visits).at(-1)).toEqual([isVisit])
    },
  )

  test('is told the same when they leave with the page', async () => {
    const { sender, requests } = createFakeWorld({ destination })
    const early = () => NOON - 60 * 60_000
    const identity = { ...ANYONE, userId: 'customer-7' }
    const old = eventsOf(1, { identity, newId: idsOf(1, early) }).map((event) => ({
      ...event,
      time: early(),
    }))
    sender.add(frozen(old), false)
    sender.leave('pagehide')
    expect(requests.map(visits)).toEqual([[false]])
  })
})

describe('a task', () => {
  test('is written once, however many events it has tracked', async () => {
    for (const count of [1, 1_000, 20_000]) {
      const { sender, transactions, setOnline } = createFakeWorld()
      // What is sent meanwhile would be counted, too.
      setOnline(false)
      const stored = sender.add(frozen(eventsOf(count, { bytes: 100 })), false)
      expect(transactions()).toBe(1)
      await stored
      // The second counts the queue, once in a hundred writes.
      expect(transactions()).toBeLessThanOrEqual(2)
      expect((await sender.status()).queued).toBe(count)
    }
  })
})

describe('offline', () => {
  test('it is tried now and then, whatever happens, and nothing is lost or taken for attempted', async () => {
    const { sender, requests, setOnline, pass } = createFakeWorld()
    setOnline(false)
    await sender.add(frozen(eventsOf(200)), false)
    for (const reason of ['start', 'manual', 'size'] as const) await sender.flushNow(reason)
    await pass(3_600_000)
    sender.leave('hidden')
    expect(requests.length).toBeGreaterThan(5)
    expect(requests.length).toBeLessThan(60)
    expect(requests.every(({ url }) => url.endsWith('/first'))).toBe(true)
    expect((await sender.status()).queued).toBe(200)
  })

  test('as the browser says wrongly, it is delivered all the same', async () => {
    const { sender, setOnline, pass } = createFakeWorld()
    setOnline(false, true)
    await sender.add(frozen(eventsOf(200)), false)
    await pass(5_000)
    expect(await sender.status()).toMatchObject({ queued: 0, counts: { delivered: 200 } })
  })

  test('ends with all of it being delivered', async () => {
    const { sender, setOnline, pass } = createFakeWorld()
    setOnline(false)
    await sender.add(frozen(eventsOf(200)), false)
    await pass(5_000)
    setOnline(true)
    await sender.flushNow('online')
    expect(await sender.status()).toMatchObject({ queued: 0, counts: { delivered: 200 } })
  })
})

describe('back-off', () => {
  test('is a quiet time: neither new events nor a hidden page break it', async () => {
    const { sender, requests, pass } = createFakeWorld({ answer: refusing(503, 60_000) })
    const newId = idsOf(1)
    await sender.add(frozen(eventsOf(1, { newId })), false)
    await pass(1_000)
    for (let seconds = 0; seconds < 55; seconds++) {
      await sender.add(frozen(eventsOf(10, { newId })), false)
      sender.leave('hidden')
      await pass(1_000)
    }
    expect(requests).toHaveLength(1)
  })

  test('ends by itself, with a request for the reason that it is a retry', async () => {
    let status = 503
    const { sender, requests, flushes, pass, outcomes } = createFakeWorld({
      answer: () => ({ status, body: '' }),
    })
    await sender.add(frozen(eventsOf(2)), false)
    await pass(1_000)
    status = 202
    await pass(10_000)
    expect([requests.length, flushes]).toEqual([2, ['interval', 'retry']])
    expect(outcomes.map(([, { type }]) => type)).toEqual(['delivered', 'delivered'])
  })

  test('grows while nothing is answered', async () => {
    const { sender, requests, pass } = createFakeWorld({ answer: () => undefined })
    await sender.add(frozen(eventsOf(1)), false)
    await pass(3_600_000)
    expect(requests.length).toBeGreaterThan(10)
    expect(requests.length).toBeLessThan(40)
  })

  test('is tried through when the network comes back', async () => {
    let reachable = false
    const { sender, pass, requests } = createFakeWorld({
      answer: () => (reachable ? { status: 202, body: '' } : undefined),
    })
    await sender.add(frozen(eventsOf(1)), false)
    await pass(600_000)
    const before = requests.length
    reachable = true
    await sender.flushNow('online')
    expect([requests.length - before, (await sender.status()).queued]).toEqual([1, 0])
  })

  test.each([
    ['many', [200]],
    ['those of before and of last', [150, 1]],
    ['some of many times', [1, 2, 3, 4]],
  ])('of all that had no answer is over when the network comes back: %s', async (_, times) => {
    let reachable = false
    const { sender, pass } = createFakeWorld({
      answer: () => (reachable ? { status: 202, body: '' } : undefined),
    })
    const newId = idsOf(1)
    for (const count of times) {
      await sender.add(frozen(eventsOf(count, { newId })), false)
      await pass(600_000)
    }
    reachable = true
    await sender.flushNow('online')
    expect((await sender.status()).queued).toBe(0)
  })

  test.each([429, 503])(
    'is kept when the network comes back, where the vendor asked for it with %d',
    async (status) => {
      const { sender, requests, pass } = createFakeWorld({ answer: refusing(status, 60_000) })
      await sender.add(frozen(eventsOf(1)), false)
      await pass(1_000)
      await sender.flushNow('online')
      expect(requests).toHaveLength(1)
    },
  )

  test('is long where the vendor asks for a day', async () => {
    const { sender, requests, pass } = createFakeWorld({
      answer: () => {
        // A sender that takes a day for nothing would never come to rest.
        if (requests.length > 20) throw new Error('too many requests')
        return refusing(429, DAY_MS)()
      },
    })
    await sender.add(frozen(eventsOf(1)), false)
    await pass(600_000)
    expect(requests).toHaveLength(1)
  })
})

describe('a hand-off', () => {
  test('without an answer is sent again, one by one, when its time is over', async () => {
    const { sender, requests, pass } = createFakeWorld({
      answer: ({ leaving }) => (leaving ? undefined : { status: 202, body: '' }),
      destination: createFakeDestination({ limits: { events: 1, bytes: 1_000_000, burstMs: 1_000 } }),
    })
    await sender.add(frozen(eventsOf(1)), false)
    sender.leave('hidden')
    await pass(20_000)
    expect(requests.map(({ url, leaving }) => [url, leaving])).toEqual([
      ['https://vendor.test/first', true],
      ['https://vendor.test/resend', false],
    ])
    expect(await sender.status()).toMatchObject({ queued: 0, counts: { delivered: 1 } })
  })

  test('is never larger than what may leave with a page', async () => {
    const { sender, requests } = createFakeWorld({
      destination: createFakeDestination({ limits: { events: 1_000, bytes: 1_000_000, burstMs: 1_000 } }),
    })
    const newId = idsOf(1)
    for (let tasks = 0; tasks < 30; tasks++)
      await sender.add(frozen(eventsOf(10, { newId, bytes: 700 })), false)
    sender.leave('hidden')
    expect(requests).toHaveLength(1)
    expect(requests[0]?.body.length).toBeLessThanOrEqual(60_000)
    expect(requests[0]?.body.length).toBeGreaterThan(20_000)
  })

  test('is never made twice of the same events', async () => {
    const { sender, requests } = createFakeWorld({ answer: () => undefined })
    await sender.add(frozen(eventsOf(3)), false)
    sender.leave('hidden')
    sender.leave('pagehide')
    expect(requests).toHaveLength(1)
  })

  test('is kept ready in memory that does not grow with the queue', async () => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    const heap = () => {
      collect()
      return process.memoryUsage().heapUsed
    }
    // Durable in no time, and kept nowhere: what remains is what the sender remembers.
    const nowhere: Store = async (work) =>
      work({
        get: async () => undefined,
        keys: async () => [],
        put: () => undefined,
        remove: () => undefined,
      })
    const { sender, setOnline } = createFakeWorld({ store: nowhere })
    setOnline(false)
    const newId = idsOf(1)
    const track = async (tasks: number) => {
      for (let task = 0; task < tasks; task++)
        await sender.add(frozen(eventsOf(100, { newId, bytes: 700 })), false)
    }
    await track(20)
    const before = heap()
    await track(400)
    // 400 tasks are 36 million characters.
    expect(heap() - before).toBeLessThan(4_000_000)
  })
})

describe('what the site’s developers can mend', () => {
  test('is told when nothing survives the page, once, and the events are delivered', async () => {
    const none: Store = () => Promise.reject(new DOMException('The operation is insecure', 'SecurityError'))
    const { sender, errors, outcomes, pass } = createFakeWorld({ store: none })
    await sender.add(frozen(eventsOf(3)), false)
    await pass(10_000)
    expect(errors.map(({ reason }) => reason)).toEqual(['memory'])
    expect(outcomes).toHaveLength(3)
    expect(await sender.status()).toMatchObject({ storage: 'memory', counts: { delivered: 3 } })
  })

  test('is told in the vendor’s words when it refuses the key, and nothing is lost', async () => {
    const { sender, pauses, requests, outcomes, pass } = createFakeWorld({ answer: refusing(401) })
    await sender.add(frozen(eventsOf(3)), false)
    await pass(60_000)
    expect([pauses, requests.length, outcomes]).toEqual([['fake refuses the key: HTTP 401'], 1, []])
    expect(await sender.status()).toMatchObject({ queued: 3, paused: 'HTTP 401', destination: 'fake' })
  })

  test('is told of events that were too old', async () => {
    const { sender, errors, setOnline, pass } = createFakeWorld()
    setOnline(false)
    await sender.add(frozen(eventsOf(3)), false)
    await pass(8 * DAY_MS)
    setOnline(true)
    await sender.flushNow('online')
    expect(errors).toEqual([{ reason: 'expired', message: 'fake: 3 events expired' }])
    expect(await sender.status()).toMatchObject({ queued: 0, counts: { expired: 3 } })
  })
})

test('tells how many of its events are on their way', async () => {
  const { sender, rest } = createFakeWorld()
  await sender.add(frozen(eventsOf(3)), false)
  sender.leave('hidden')
  const during = sender.status()
  await rest()
  expect([(await during).inFlight, (await sender.status()).inFlight]).toEqual([3, 0])
})
