import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { createClient } from '@redis/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RelayProcess, relayEnv, runCommand, startProcess } from './process.ts'
import { type RedisServer, startRedis, whyNoRedis } from './redis-server.ts'
import { bodyOf, deliver, eventsOfSomebody, HEADERS, startVendors, type Vendors, wordsOf } from './set-up.ts'

const reason = whyNoRedis()
let vendors: Vendors

beforeAll(async () => {
  vendors = await startVendors()
})
afterAll(() => vendors.close())

const withRelay = async (
  more: Readonly<Record<string, string>>,
  use: (relay: RelayProcess) => Promise<void>,
): Promise<void> => {
  const relay = await startProcess({ ...relayEnv(vendors.endpoints), ...more })
  try {
    await use(relay)
  } finally {
    await relay.stop()
  }
}

/** Milliseconds. */
const timeOf = async (task: () => Promise<unknown>): Promise<number> => {
  const startMs = performance.now()
  await task()
  return performance.now() - startMs
}

test('a client that drips bytes is cut off, and holds up nobody who stops the relay', () =>
  withRelay({}, async (relay) => {
    const { port, hostname } = new URL(relay.address)
    const drip = () =>
      new Promise<void>((resolve) => {
        const socket = connect(Number(port), hostname, () =>
          socket.write(
            `POST /sendoff HTTP/1.1\r\nhost: x\r\norigin: ${HEADERS.origin}\r\ncontent-length: 1000\r\n\r\n`,
          ),
        )
        const timer = setInterval(() => socket.write('x'), 200)
        socket.on('error', () => undefined)
        socket.on('close', () => {
          clearInterval(timer)
          resolve()
        })
      })
    // Its ten seconds, and what a busy machine adds.
    expect(await timeOf(drip)).toBeLessThan(20_000)
    const dripping = drip()
    await sleep(500)
    expect(await timeOf(() => relay.stop())).toBeLessThan(5_000)
    await dripping
  }))

test('whoever asks too often is told how long to wait, and a page can read it', () =>
  withRelay({ SENDOFF_REQUESTS_PER_ADDRESS: '2' }, async (relay) => {
    const send = () => relay.send({ headers: HEADERS, body: bodyOf('helpcrunch', eventsOfSomebody(1)) })
    const statuses = [(await send()).status, (await send()).status]
    const refused = await send()
    expect([...statuses, refused.status]).toEqual([200, 200, 429])
    expect(refused.headers.get('access-control-allow-origin')).toBe(HEADERS.origin)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  }))

test('behind a proxy the last address of the header counts, which the visitor cannot write', () =>
  withRelay(
    { SENDOFF_REQUESTS_PER_ADDRESS: '1', SENDOFF_ADDRESS_HEADER: 'x-forwarded-for' },
    async (relay) => {
      const sendFrom = async (address: string) => {
        const headers = { ...HEADERS, 'x-forwarded-for': address }
        const body = bodyOf('helpcrunch', eventsOfSomebody(1))
        return (await relay.send({ headers, body })).status
      }
      expect(await sendFrom('192.0.2.1')).toBe(200)
      expect(await sendFrom('198.51.100.7, 192.0.2.1')).toBe(429)
      expect(await sendFrom('192.0.2.2')).toBe(200)
    },
  ))

test('Prometheus reads counters, without a word of a person, on a port of its own', async () => {
  const port = `${20_000 + (process.pid % 20_000)}`
  await withRelay({ METRICS_PORT: port }, async (relay) => {
    await deliver(relay, 'helpcrunch', eventsOfSomebody(2, { email: 'ada@shop.test' }))
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
    expect(text).toContain('sendoff_events_total{vendor="helpcrunch",outcome="delivered"} 2')
    expect(text).toMatch(/sendoff_vendor_requests_total\{vendor="helpcrunch",status="\d+"\} \d/)
    expect(text).toContain('sendoff_requests_total{status="200"} 1')
    expect(text).not.toMatch(/ada@shop|customer-\d/)
    expect((await fetch(`${relay.address}/health`)).status).toBe(200)
  })
})

describe('the command', () => {
  test('helps', async () => {
    expect(await runCommand(['--help'])).toMatch(/sendoff-relay work/)
  })

  test.each([
    [['wrok'], /wrok: no such command; see sendoff-relay --help/],
    [['--nothing'], /Unknown option '--nothing'/],
    [['dead'], /dead has no action: expected list, retry or clear/],
    [['dead', 'retry', 'helpcrunch'], /expected an id or --all/],
    [['dead', 'list', 'helpcrunch', '--limit', 'all'], /--limit is all; expected a whole number from 1/],
    [['work'], /REDIS_URL is missing/],
  ])('says what is wrong with %j, and ends with 1', async (args, message) => {
    await expect(runCommand(args, relayEnv(vendors.endpoints))).rejects.toThrow(message)
    await expect(runCommand(args, relayEnv(vendors.endpoints))).rejects.toThrow(/exit 1/)
  })
})

describe.skipIf(reason)('with a Redis', () => {
  let redis: RedisServer

  beforeAll(async () => {
    redis = await startRedis()
  })
  afterAll(() => redis.kill())

  test.each(['on', 'off'])(
    'that hangs, everybody is told to come again, and the relay stops (queue %s)',
    async (queue) => {
      await withRelay({ REDIS_URL: redis.url, SENDOFF_QUEUE: queue }, async (relay) => {
        redis.signal('SIGSTOP')
        try {
          const send = async () => wordsOf(await deliver(relay, 'helpcrunch', eventsOfSomebody(2)))
          expect(await timeOf(async () => expect(await send()).toEqual(['busy', 'busy']))).toBeLessThan(8_000)
          // The others do not wait anew.
          expect(await timeOf(send)).toBeLessThan(4_000)
          expect(await timeOf(() => relay.stop())).toBeLessThan(20_000)
        } finally {
          redis.signal('SIGCONT')
        }
      })
    },
  )

  test('that hangs from the beginning, the relay does not start, and says so', async () => {
    redis.signal('SIGSTOP')
    try {
      const start = startProcess({ ...relayEnv(vendors.endpoints), REDIS_URL: redis.url })
      await expect(start).rejects.toThrow(/exit 1: (.*\n)*sendoff-relay: REDIS_URL is wrong/)
    } finally {
      redis.signal('SIGCONT')
    }
  })

  test('that may remove keys to make room, the relay does not start, and says so', async () => {
    const client = await createClient({ url: redis.url }).connect()
    await client.sendCommand(['CONFIG', 'SET', 'maxmemory-policy', 'allkeys-lru'])
    const start = startProcess({ ...relayEnv(vendors.endpoints), REDIS_URL: redis.url })
    await expect(start).rejects.toThrow(/maxmemory-policy is allkeys-lru; expected noeviction/)
    await client.sendCommand(['CONFIG', 'SET', 'maxmemory-policy', 'noeviction'])
    client.destroy()
  })

  test('that has no room, pages keep their events', async () => {
    const client = await createClient({ url: redis.url }).connect()
    await withRelay({ REDIS_URL: redis.url, SENDOFF_WORKER: 'apart' }, async (relay) => {
      await client.sendCommand(['CONFIG', 'SET', 'maxmemory', '1'])
      expect(wordsOf(await deliver(relay, 'helpcrunch', eventsOfSomebody(1)))).toEqual(['busy'])
      await client.sendCommand(['CONFIG', 'SET', 'maxmemory', '0'])
      expect(wordsOf(await deliver(relay, 'helpcrunch', eventsOfSomebody(1)))).toEqual(['delivered'])
    })
    await withRelay(
      { REDIS_URL: redis.url, SENDOFF_WORKER: 'apart', SENDOFF_MAX_QUEUED: '3' },
      async (relay) => {
        expect(wordsOf(await deliver(relay, 'helpcrunch', eventsOfSomebody(3)))[0]).toBe('busy')
      },
    )
    client.destroy()
  })

  test('an id that is called as one of the queue’s own keys is an id like any other', () =>
    withRelay({ REDIS_URL: redis.url, SENDOFF_WORKER: 'apart' }, async (relay) => {
      const names = ['turns', 'scheduled', 'later', 'dead', 'count', 'pace', 'queue']
      const events = eventsOfSomebody(names.length).map((event, index) => ({
        ...event,
        id: `${names[index]}`,
      }))
      expect(new Set(wordsOf(await deliver(relay, 'helpcrunch', events)))).toEqual(new Set(['delivered']))
    }))
})
