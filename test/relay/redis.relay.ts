import { createClient } from '@redis/client'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TrackedEvent } from '../../src/core/event.ts'
import { CLAIM_MS } from '../../src/relay/ids/delivered-ids.ts'
import { createRedisIds } from '../../src/relay/ids/redis-ids.ts'
import { connectRedis, type RedisConnection } from '../../src/relay/node/redis-connection.ts'
import { testDeliveredIds } from './ids-contract.ts'
import { type RelayProcess, relayEnv, startProcess } from './process.ts'
import { type RedisServer, redisVersion, startRedis, whyNoRedis } from './redis-server.ts'
import { deliver, eventsOfSomebody, SETTINGS, startVendors, type Vendors, wordsOf } from './set-up.ts'

const reason = whyNoRedis()
console.log(reason === undefined ? redisVersion() : `skipped: ${reason}`)

const PEOPLE = 10
const EVENTS_EACH = 100

describe.skipIf(reason)('two relays that share a Redis', () => {
  let redis: RedisServer
  let vendors: Vendors
  let relays: readonly RelayProcess[]

  beforeAll(async () => {
    redis = await startRedis()
    vendors = await startVendors()
    const env = { ...relayEnv(vendors.endpoints), REDIS_URL: redis.url, SENDOFF_QUEUE: 'off' }
    relays = await Promise.all([startProcess(env), startProcess(env)])
  })

  beforeEach(() => vendors.reset())

  afterAll(async () => {
    await Promise.all(relays.map((relay) => relay.stop()))
    await vendors.close()
    await redis.kill()
  })

  const batch = (): TrackedEvent[] => {
    const people = Array.from({ length: PEOPLE }, () => eventsOfSomebody(EVENTS_EACH))
    return Array.from({ length: EVENTS_EACH }, (_, index) =>
      people.flatMap((events) => events[index] ?? []),
    ).flat()
  }

  /** Sends to both at once, and again as a browser would, until everything is delivered. */
  const deliverToBoth = async (events: readonly TrackedEvent[]): Promise<number> => {
    for (let rounds = 1; rounds < 50; rounds += 1) {
      const answers = await Promise.all(relays.map((relay) => deliver(relay, 'helpcrunch', events)))
      const words = answers.flatMap(wordsOf)
      if (words.every((word) => word === 'delivered')) return rounds
      expect(words.filter((word) => word !== 'delivered' && word !== 'busy')).toEqual([])
    }
    return Number.NaN
  }

  test('deliver a repeated batch of 1,000 events once, in order', async () => {
    const events = batch()
    expect(events).toHaveLength(1_000)
    expect(await deliverToBoth(events)).toBeLessThan(50)
    await deliverToBoth(events)
    const { helpcrunch } = vendors
    expect(helpcrunch.events()).toHaveLength(1_000)
    for (const customer of helpcrunch.customers()) {
      const sent = helpcrunch.events().filter((event) => event.customer === customer.id)
      const tracked = events.filter(({ identity }) => identity.userId === customer.userId)
      expect(sent.map(({ data }) => data.eventId)).toEqual(tracked.map(({ id }) => id))
    }
    expect(helpcrunch.violations()).toEqual([])
  })

  test('deliver once what one has delivered and the other gets later', async () => {
    const events = eventsOfSomebody(50)
    for (const relay of relays) await deliver(relay, 'helpcrunch', events)
    expect(vendors.helpcrunch.events()).toHaveLength(50)
  })

  test('keep a claim no longer than a delivery may take, and no personal data', async () => {
    const [relay] = relays
    const events = eventsOfSomebody(1, { email: 'ada@shop.test' })
    if (relay) await deliver(relay, 'helpcrunch', events)
    const client = createClient({ url: redis.url })
    await client.connect()
    await createRedisIds({ client, token: 'a dead relay' }).claim('helpcrunch', ['claimed'])
    const left = await client.pTTL('sendoff:helpcrunch:claimed')
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThanOrEqual(CLAIM_MS)
    const keys = await client.keys('*')
    expect(keys).toContain(`sendoff:helpcrunch:${events[0]?.id}`)
    expect(keys.join()).not.toMatch(/ada@shop|customer-/)
    client.destroy()
  })

  test('call nobody while the Redis is gone, and ask the browser to come again', async () => {
    const other = await startRedis()
    const relay = await startProcess({
      ...relayEnv(vendors.endpoints),
      REDIS_URL: other.url,
      SENDOFF_QUEUE: 'off',
    })
    await other.kill()
    const outcomes = await deliver(relay, 'helpcrunch', eventsOfSomebody(2))
    expect(wordsOf(outcomes)).toEqual(['busy', 'busy'])
    expect(outcomes[0]?.afterMs).toBeGreaterThan(0)
    expect(vendors.calls()).toBe(0)
    await relay.stop()
    expect(relay.output()).toContain('the store of delivered ids failed')
    expect(relay.output()).not.toContain(SETTINGS.apiKey)
  })
})

describe.skipIf(reason)('a Redis', () => {
  let redis: RedisServer
  let clients: readonly RedisConnection[]
  let made = 0

  beforeAll(async () => {
    redis = await startRedis()
    const connect = () => connectRedis(redis.url, () => undefined)
    clients = await Promise.all([connect(), connect()])
  })

  afterAll(async () => {
    for (const client of clients) client.close()
    await redis.kill()
  })

  testDeliveredIds('in Redis', () => {
    const client = clients[made++ % 2]
    if (!client) throw new Error('not connected')
    return createRedisIds({ client })
  })
})
