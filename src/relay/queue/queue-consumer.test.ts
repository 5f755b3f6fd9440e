import { describe, expect, test } from 'vitest'
import { eventsOf, NOON } from '../../../test/events.ts'
import { createHelpcrunchWorld } from '../../../test/fakes/relay-world.ts'
import type { TrackedEvent } from '../../core/event.ts'
import { createEvenPace } from '../limits/even-pace.ts'
import { helpcrunchVendor } from '../vendors/helpcrunch-vendor.ts'
import { createCloudflareQueue } from './cloudflare-queue.ts'
import { createQueueConsumer, type QueueConsumerOptions, type QueueMessage } from './queue-consumer.ts'

const ada = { anonymousId: 'a', userId: 'ada' }
const messageOf = (body: unknown, attempts = 1) => {
  const words: string[] = []
  const message: QueueMessage = {
    body,
    attempts,
    ack: () => void words.push('ack'),
    retry: ({ delaySeconds = 0 } = {}) => void words.push(`retry ${delaySeconds}`),
  }
  return { message, words }
}
const queued = (events: readonly TrackedEvent[]) =>
  events.map((event) => messageOf({ vendor: 'helpcrunch', event }))

const consumerFor = (more: Partial<QueueConsumerOptions> = {}, refuse?: () => string | undefined) => {
  const { emulator, world } = createHelpcrunchWorld({
    customers: [{ userId: 'ada' }],
    ...(refuse && { refuse }),
  })
  const told: string[] = []
  const vendors = [helpcrunchVendor({ apiKey: 'hc-private-key' })]
  const consume = createQueueConsumer({ vendors, world, report: (line) => told.push(line), ...more })
  return { emulator, world, told, consume }
}

describe('the consumer of a queue', () => {
  test('delivers in the order of tracking, whatever order the messages have', async () => {
    const { emulator, consume } = consumerFor()
    const events = eventsOf(5, { identity: ada })
    const messages = queued(events)
    await consume({ messages: messages.map(({ message }) => message).toReversed() })
    expect(emulator.events().map(({ data }) => data.eventId)).toEqual(events.map(({ id }) => id))
    expect(messages.flatMap(({ words }) => words)).toEqual(Array(5).fill('ack'))
  })

  test('delivers once what is handed over twice', async () => {
    const { emulator, consume } = consumerFor()
    const events = eventsOf(2, { identity: ada })
    for (let time = 0; time < 2; time += 1) {
      const messages = queued(events)
      await consume({ messages: messages.map(({ message }) => message) })
      expect(messages.flatMap(({ words }) => words)).toEqual(['ack', 'ack'])
    }
    expect(emulator.events()).toHaveLength(2)
  })

  test('holds up nothing for a repeat in the same batch', async () => {
    const { emulator, consume } = consumerFor()
    const events = eventsOf(3, { identity: ada })
    const messages = queued([...events, ...events])
    await consume({ messages: messages.map(({ message }) => message) })
    expect(emulator.events().map(({ data }) => data.eventId)).toEqual(events.map(({ id }) => id))
    expect(messages.flatMap(({ words }) => words)).toEqual(Array(6).fill('ack'))
  })

  test('keeps the vendor’s limit over batches, also in isolates that know nothing of each other', async () => {
    const { emulator, world } = consumerFor()
    for (let batch = 0; batch < 30; batch += 1) {
      const { consume } = { consume: consumerFor({ world }).consume }
      const events = eventsOf(10, { identity: ada, newId: () => crypto.randomUUID() })
      await consume({ messages: queued(events).map(({ message }) => message) })
    }
    expect(emulator.events()).toHaveLength(300)
    expect(emulator.violations()).toEqual([])
  })

  test('asks for all events of a person again at the same time', async () => {
    const broken = { fetch: () => Promise.reject(new Error('no network')) }
    const { consume } = consumerFor({ world: broken })
    const messages = eventsOf(5, { identity: ada }).map((event, index) =>
      messageOf({ vendor: 'helpcrunch', event }, 1 + (index % 3)),
    )
    await consume({ messages: messages.map(({ message }) => message) })
    expect(new Set(messages.flatMap(({ words }) => words)).size).toBe(1)
  })

  test('waits longer each time, and no longer than an hour', async () => {
    const broken = { fetch: () => Promise.reject(new Error('no network')) }
    const waits = [1, 5, 50].map(async (attempts) => {
      const { consume } = consumerFor({ world: broken })
      const [event] = eventsOf(1, { identity: ada })
      const { message, words } = messageOf({ vendor: 'helpcrunch', event }, attempts)
      await consume({ messages: [message] })
      return Number(words[0]?.replace('retry ', ''))
    })
    const [first = 0, second = 0, last = 0] = await Promise.all(waits)
    expect(first).toBeGreaterThan(0)
    expect(second).toBeGreaterThan(first)
    expect(last).toBeGreaterThan(1_000)
    expect(last).toBeLessThanOrEqual(3_600)
  })

  test('puts what is refused among the dead letters, and loses nothing when these do not answer', async () => {
    const dead: unknown[] = []
    let isUp = false
    const deadLetters = {
      async sendBatch(messages: readonly { readonly body: unknown }[]) {
        if (!isUp) throw new Error('down')
        dead.push(...messages.map(({ body }) => body))
      },
    }
    const { consume, told } = consumerFor({ deadLetters }, () => 'no')
    const [event] = eventsOf(1, { identity: ada })
    const { message, words } = messageOf({ vendor: 'helpcrunch', event })
    await consume({ messages: [message] })
    isUp = true
    await consume({ messages: [message] })
    expect(words).toEqual(['retry 0', 'ack'])
    expect(dead).toEqual([
      { vendor: 'helpcrunch', event, reason: 'refused', detail: 'HTTP 400 from the vendor' },
    ])
    expect(told.join()).not.toMatch(/ada/)
  })

  test.each([null, 7, 'text', {}, { vendor: 'helpcrunch' }, { vendor: 'other', event: { id: 'x' } }])(
    'leaves to the queue what is not for it: %j',
    async (body) => {
      const { consume, told } = consumerFor()
      const { message, words } = messageOf(body)
      await consume({ messages: [message] })
      expect(words).toEqual(['retry 0'])
      expect(told).toEqual(['a message is of no vendor that is set up here'])
    },
  )
})

test('the first request is as far from what was before as all others from each other', () => {
  const pace = createEvenPace({ requests: 60, windowMs: 60_000 })
  const waitOf = (nowMs: number, maxMs = 60_000) => pace.take(nowMs, maxMs)
  expect(waitOf(NOON)).toEqual({ type: 'granted', waitMs: 1_050 })
  expect(waitOf(NOON)).toEqual({ type: 'granted', waitMs: 2_100 })
  expect(waitOf(NOON, 1_000)).toEqual({ type: 'full', afterMs: 3_150 })
  pace.quiet(NOON + 10_000, NOON)
  expect(waitOf(NOON)).toEqual({ type: 'granted', waitMs: 10_000 })
  expect(waitOf(NOON + 60_000)).toEqual({ type: 'granted', waitMs: 0 })
})

test('no call to the queue has more messages or bytes than it takes', async () => {
  const calls: (readonly { readonly body: unknown }[])[] = []
  const queue = createCloudflareQueue({
    async sendBatch(messages) {
      calls.push(messages)
    },
  })
  const events = [...eventsOf(150), ...eventsOf(5, { text: 'é'.repeat(50_000) }), ...eventsOf(3)]
  await queue.accept(
    'helpcrunch',
    events.map((event) => ({ key: event.id, person: 'p', event })),
  )
  expect(calls.flat().map(({ body }) => body)).toEqual(
    events.map((event) => ({ vendor: 'helpcrunch', event })),
  )
  for (const messages of calls) {
    expect(messages.length).toBeLessThanOrEqual(100)
    expect(Buffer.byteLength(JSON.stringify(messages))).toBeLessThan(256_000)
  }
})
