import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TrackedEvent } from '../../src/core/event.ts'
import { type RelayProcess, relayEnv, runCommand, startProcess, startWorkerProcess } from './process.ts'
import { type RedisServer, startRedis, whyNoRedis } from './redis-server.ts'
import { deliver, eventsOfSomebody, startVendors, type Vendors, wordsOf } from './set-up.ts'
import { waitUntil } from './wait-until.ts'

const reason = whyNoRedis()
if (reason !== undefined) console.log(`skipped: ${reason}`)

describe.skipIf(reason)('a relay with a queue', () => {
  let redis: RedisServer
  let vendors: Vendors
  let env: Readonly<Record<string, string>>

  beforeAll(async () => {
    redis = await startRedis()
    vendors = await startVendors()
    env = { ...relayEnv(vendors.endpoints), REDIS_URL: redis.url, SENDOFF_LEASE_SECONDS: '2' }
  })

  beforeEach(() => vendors.reset())

  afterAll(async () => {
    await vendors.close()
    await redis.kill()
  })

  const sentTo = (event: TrackedEvent | undefined): string[] => {
    const customer = vendors.helpcrunch.customers().find(({ userId }) => userId === event?.identity.userId)
    return vendors.helpcrunch
      .events()
      .filter((sent) => sent.customer === customer?.id)
      .map(({ data }) => `${data.eventId}`)
  }

  const withRelay = async (
    more: Readonly<Record<string, string>>,
    use: (relay: RelayProcess) => Promise<void>,
  ): Promise<void> => {
    const relay = await startProcess({ ...env, ...more })
    try {
      await use(relay)
    } finally {
      await relay.stop()
    }
  }

  test('answers before the vendor is called, and delivers each event once, in order', () =>
    withRelay({}, async (relay) => {
      const people = [eventsOfSomebody(30), eventsOfSomebody(30), eventsOfSomebody(30)]
      await vendors.servers.helpcrunch.setMode({ type: 'status', status: 503, cors: false })
      const answers = await Promise.all(people.map((events) => deliver(relay, 'helpcrunch', events)))
      expect(new Set(answers.flatMap(wordsOf))).toEqual(new Set(['delivered']))
      await vendors.servers.helpcrunch.setMode({ type: 'up' })
      for (const events of people) await deliver(relay, 'helpcrunch', events)
      await waitUntil(() => vendors.helpcrunch.events().length === 90)
      for (const events of people) expect(sentTo(events[0])).toEqual(events.map(({ id }) => id))
    }))

  test('keeps what it took when it is killed; another process delivers it', async () => {
    const relay = await startProcess({ ...env, SENDOFF_WORKER: 'apart' })
    const events = eventsOfSomebody(10)
    await deliver(relay, 'helpcrunch', events)
    await relay.kill()
    expect(vendors.calls()).toBe(0)
    const worker = await startWorkerProcess(env)
    await waitUntil(() => vendors.helpcrunch.events().length === 10)
    expect(sentTo(events[0])).toEqual(events.map(({ id }) => id))
    await worker.stop()
  })

  test.each(['SIGKILL', 'SIGSTOP'] as const)('lets another worker take over after %s', async (signal) => {
    const relay = await startProcess({ ...env, SENDOFF_WORKER: 'apart' })
    await vendors.servers.helpcrunch.setMode({ type: 'slow', ms: 100 })
    const worker = await startWorkerProcess(env)
    const events = eventsOfSomebody(10)
    await deliver(relay, 'helpcrunch', events)
    await waitUntil(() => vendors.helpcrunch.events().length > 2)
    worker.signal(signal)
    const other = await startWorkerProcess(env)
    await waitUntil(() => new Set(sentTo(events[0])).size === 10)
    // The one that was under way had no answer: it is sent again, and nothing else is.
    expect([...new Set(sentTo(events[0]))]).toEqual(events.map(({ id }) => id))
    expect(sentTo(events[0]).length).toBeLessThanOrEqual(11)
    // A frozen one that wakes up finds that the turn is another's.
    worker.signal('SIGCONT')
    await deliver(relay, 'helpcrunch', events)
    await other.stop()
    await worker.kill()
    await relay.stop()
    expect(sentTo(events[0]).length).toBeLessThanOrEqual(11)
  })

  test('tells at once what the vendor could never take, and nothing of whom it knows', () =>
    withRelay({ SENDOFF_WORKER: 'apart' }, async (relay) => {
      const nobody = eventsOfSomebody(1).map((event) => ({ ...event, identity: { anonymousId: 'x' } }))
      expect(wordsOf(await deliver(relay, 'helpcrunch', nobody))).toEqual(['invalid'])
    }))

  test('lists what was given up without a word of the person, and delivers it once its cause is repaired', () =>
    withRelay({}, async (relay) => {
      const dead = (...args: readonly string[]) => runCommand(['dead', ...args], env)
      const events = eventsOfSomebody(2, { email: 'ada@shop.test' })
      await vendors.servers.helpcrunch.setMode({ type: 'status', status: 400, cors: false })
      await deliver(relay, 'helpcrunch', events)
      await waitUntil(async () => (await dead('list', 'helpcrunch')).split('\n').length > 2)
      const list = await dead('list', 'helpcrunch')
      expect(list).toContain(events[0]?.id)
      expect(JSON.parse(list.split('\n')[0] ?? '')).toMatchObject({
        reason: 'refused',
        name: 'Viewed Product',
      })
      expect(list + relay.output()).not.toMatch(/ada@shop|customer-\d/)
      await vendors.servers.helpcrunch.setMode({ type: 'up' })
      expect(JSON.parse(await dead('retry', 'helpcrunch', '--all'))).toEqual({
        vendor: 'helpcrunch',
        retried: 2,
      })
      await waitUntil(() => vendors.helpcrunch.events().length === 2)
      expect(await dead('list', 'helpcrunch')).toBe('')
    }))

  test('keeps one pace for all workers', async () => {
    const slow = { ...env, HELPCRUNCH_REQUESTS_PER_MINUTE: '1200' }
    const relay = await startProcess({ ...slow, SENDOFF_WORKER: 'apart' })
    const workers = await Promise.all([startWorkerProcess(slow), startWorkerProcess(slow)])
    const startMs = Date.now()
    for (let person = 0; person < 8; person += 1) await deliver(relay, 'helpcrunch', eventsOfSomebody(5))
    await waitUntil(() => vendors.helpcrunch.events().length === 40)
    // 40 events, 8 searches and 8 new customers, twenty a second.
    expect(Date.now() - startMs).toBeGreaterThan((55 * 1_000) / 20)
    await Promise.all([relay, ...workers].map((one) => one.stop()))
  })
})
