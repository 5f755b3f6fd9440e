import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Miniflare } from 'miniflare'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TrackedEvent } from '../../src/core/event.ts'
import { ROOT } from '../sources.ts'
import {
  deliver,
  eventsOfSomebody,
  type RunningRelay,
  SETTINGS,
  startVendors,
  type Vendors,
  wordsOf,
} from './set-up.ts'
import { waitUntil } from './wait-until.ts'

/** As a site writes it: one Worker that takes the events and delivers them. */
const WORKER = `
import { createCloudflareQueue, createQueueConsumer, createRelay, helpcrunchVendor } from './relay.js'
let relay, consume
const dead = []
const vendorsOf = (env) => [
  helpcrunchVendor({
    apiKey: () => env.apiKey,
    createCustomers: true,
    requestsPerMinute: env.requestsPerMinute,
    endpoint: env.helpcrunch,
  }),
]
const worker = {
  fetch(request, env) {
    if (request.url.endsWith('/dead')) return Response.json(dead)
    relay ??= createRelay({
      origins: [env.origin],
      writeKeys: [env.writeKey],
      vendors: vendorsOf(env),
      queue: createCloudflareQueue(env.EVENTS),
    })
    return relay(request)
  },
  async queue(batch, env) {
    if (batch.queue === 'dead') return void dead.push(...batch.messages.map(({ body }) => body))
    consume ??= createQueueConsumer({ vendors: vendorsOf(env), deadLetters: env.DEAD })
    await consume(batch)
  },
}
export { worker as default }`

interface RunningWorker extends RunningRelay {
  dead(): Promise<readonly { readonly event: TrackedEvent; readonly reason: string }[]>
}

const startWorker = async (bindings: object): Promise<RunningWorker> => {
  const miniflare = new Miniflare({
    host: '127.0.0.1',
    modules: [
      { type: 'ESModule', path: 'worker.js', contents: WORKER },
      {
        type: 'ESModule',
        path: 'relay.js',
        contents: readFileSync(join(ROOT, 'dist/relay/index.js'), 'utf8'),
      },
    ],
    compatibilityDate: '2026-04-01',
    bindings: { ...SETTINGS, ...bindings },
    queueProducers: { EVENTS: 'events', DEAD: 'dead' },
    queueConsumers: {
      events: { maxBatchSize: 100, maxBatchTimeout: 0, maxRetries: 100 },
      dead: { maxBatchSize: 100, maxBatchTimeout: 0 },
    },
  })
  const address = await miniflare.ready
  return {
    send: (init) => fetch(new URL('/sendoff', address), { method: 'POST', ...init }),
    dead: async () => (await fetch(new URL('/dead', address))).json() as never,
    stop: () => miniflare.dispose(),
  }
}

describe('a relay on Workers with Cloudflare Queues', () => {
  let vendors: Vendors
  let worker: RunningWorker

  beforeAll(async () => {
    vendors = await startVendors()
  })
  beforeEach(async () => {
    await vendors.reset()
    worker = await startWorker(vendors.endpoints)
  })
  afterEach(() => worker.stop())
  afterAll(() => vendors.close())

  const sentTo = (event: TrackedEvent | undefined): string[] => {
    const customer = vendors.helpcrunch.customers().find(({ userId }) => userId === event?.identity.userId)
    return vendors.helpcrunch
      .events()
      .filter((sent) => sent.customer === customer?.id)
      .map(({ data }) => `${data.eventId}`)
  }

  test('delivers each event once, in order, whatever the page sends again', async () => {
    const people = [eventsOfSomebody(30), eventsOfSomebody(30), eventsOfSomebody(30)]
    for (const events of people) await deliver(worker, 'helpcrunch', events)
    // The answers were lost: the page sends them again.
    for (const events of people) await deliver(worker, 'helpcrunch', events)
    await waitUntil(() => vendors.helpcrunch.events().length >= 90)
    for (const events of people) expect(sentTo(events[0])).toEqual(events.map(({ id }) => id))
  })

  test('answers before the vendor is called, and waits for one that is down', async () => {
    const events = eventsOfSomebody(10)
    await vendors.servers.helpcrunch.setMode({ type: 'status', status: 503, cors: false })
    expect(new Set(wordsOf(await deliver(worker, 'helpcrunch', events)))).toEqual(new Set(['delivered']))
    await waitUntil(() => vendors.servers.helpcrunch.requests().length > 0)
    await vendors.servers.helpcrunch.setMode({ type: 'up' })
    await waitUntil(() => vendors.helpcrunch.events().length >= 10)
    expect(sentTo(events[0]).toSorted()).toEqual(events.map(({ id }) => id))
  })

  test('takes more at once than one call to the queue takes', async () => {
    const events = eventsOfSomebody(230)
    await deliver(worker, 'helpcrunch', events)
    await waitUntil(() => vendors.helpcrunch.events().length >= 230)
    expect(sentTo(events[0]).toSorted()).toEqual(events.map(({ id }) => id))
  })

  test('takes what is large, and says what is larger than a message may be', async () => {
    const [large, larger, small] = eventsOfSomebody(3)
    const events = [
      { ...(large as TrackedEvent), properties: { text: 'x'.repeat(120_000) } },
      { ...(larger as TrackedEvent), properties: { text: 'é'.repeat(70_000) } },
      small as TrackedEvent,
    ]
    expect(wordsOf(await deliver(worker, 'helpcrunch', events))).toEqual([
      'delivered',
      'too-large',
      'delivered',
    ])
    await waitUntil(() => vendors.helpcrunch.events().length >= 2)
  })

  test('puts what is refused among the dead letters', async () => {
    const events = eventsOfSomebody(2)
    await vendors.servers.helpcrunch.setMode({ type: 'status', status: 400, cors: false })
    await deliver(worker, 'helpcrunch', events)
    await waitUntil(async () => (await worker.dead()).length === 2)
    const dead = await worker.dead()
    expect(dead.map(({ event }) => event.id).toSorted()).toEqual(events.map(({ id }) => id))
    expect(dead[0]).toMatchObject({ vendor: 'helpcrunch', reason: 'refused' })
  })
})

test('the consumer keeps the vendor’s pace', async () => {
  const vendors = await startVendors()
  const worker = await startWorker({ ...vendors.endpoints, requestsPerMinute: 1_200 })
  const startMs = Date.now()
  for (let person = 0; person < 5; person += 1) await deliver(worker, 'helpcrunch', eventsOfSomebody(5))
  await waitUntil(() => vendors.helpcrunch.events().length >= 25)
  // 25 events, 5 searches and 5 new customers, twenty a second; the last ones need not wait for their successors.
  expect(Date.now() - startMs).toBeGreaterThan((30 * 1_000) / 20)
  await worker.stop()
  await vendors.close()
})
