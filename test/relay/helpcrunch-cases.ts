import { beforeEach, describe, expect, test } from 'vitest'
import {
  bodyOf,
  deliver,
  eventsOfSomebody,
  HEADERS,
  type RunningRelay,
  SETTINGS,
  type Vendors,
  wordsOf,
} from './set-up.ts'

const all = (count: number, word: string): string[] => Array.from({ length: count }, () => word)

/** HelpCrunch behind the relay: no repeats, in order, and nothing of the person or the key in an answer. */
export const testHelpcrunch = (relay: () => RunningRelay, vendors: () => Vendors): void => {
  describe('for HelpCrunch', () => {
    beforeEach(() => vendors().reset())

    test.each(['text/plain', 'application/json'])('takes %s', async (type) => {
      const body = bodyOf('helpcrunch', eventsOfSomebody(1))
      const response = await relay().send({ headers: { ...HEADERS, 'content-type': type }, body })
      expect(await response.json()).toMatchObject({ outcomes: [{ type: 'delivered' }] })
    })

    test('sends one event a request, in order, to the customer it has searched for once', async () => {
      const { helpcrunch } = vendors()
      const events = eventsOfSomebody(20)
      expect(wordsOf(await deliver(relay(), 'helpcrunch', events))).toEqual(all(20, 'delivered'))
      const sent = helpcrunch.events().map(({ data }) => data.eventId)
      expect(sent).toEqual(events.map(({ id }) => id))
      expect(helpcrunch.events()[0]?.data.occurredAt).toBe(new Date(events[0]?.time ?? 0).toISOString())
      expect(helpcrunch.requests().map(({ overlapped }) => overlapped)).not.toContain(true)
      const paths = helpcrunch.requests().map(({ path }) => path)
      expect(paths.filter((path) => path !== '/v1/events')).toEqual(['/v1/customers/search', '/v1/customers'])
      expect(helpcrunch.violations()).toEqual([])
    })

    test('keeps each of several people in order, and them apart', async () => {
      const { helpcrunch } = vendors()
      const [a, b] = [eventsOfSomebody(5), eventsOfSomebody(5)]
      const mixed = a.flatMap((event, index) => [event, b[index] ?? event])
      expect(wordsOf(await deliver(relay(), 'helpcrunch', mixed))).toEqual(all(10, 'delivered'))
      for (const theirs of [a, b]) {
        const userId = theirs[0]?.identity.userId
        const customer = helpcrunch.customers().find((one) => one.userId === userId)?.id
        const sent = helpcrunch.events().filter((event) => event.customer === customer)
        expect(sent.map(({ data }) => data.eventId)).toEqual(theirs.map(({ id }) => id))
      }
    })

    test('delivers a repeated batch once', async () => {
      const { helpcrunch } = vendors()
      const events = eventsOfSomebody(10)
      for (let time = 0; time < 3; time += 1)
        expect(wordsOf(await deliver(relay(), 'helpcrunch', events))).toEqual(all(10, 'delivered'))
      expect(helpcrunch.events()).toHaveLength(10)
    })

    test('delivers a batch once that comes again while it is being delivered', async () => {
      const { helpcrunch } = vendors()
      const events = eventsOfSomebody(10)
      const answers = await Promise.all([1, 2, 3].map(() => deliver(relay(), 'helpcrunch', events)))
      expect(new Set(answers.flatMap(wordsOf))).toEqual(new Set(['delivered', 'busy']))
      expect(wordsOf(await deliver(relay(), 'helpcrunch', events))).toEqual(all(10, 'delivered'))
      expect(helpcrunch.events()).toHaveLength(10)
    })

    test('passes a limit on as a retry that says when, and keeps the order', async () => {
      const { helpcrunch, servers } = vendors()
      const events = eventsOfSomebody(3)
      await deliver(relay(), 'helpcrunch', events.slice(0, 1))
      await servers.helpcrunch.setMode({ type: 'rate-limit', retryAfterSeconds: 1, readable: true })
      const limited = await deliver(relay(), 'helpcrunch', events)
      expect(wordsOf(limited)).toEqual(['delivered', 'limited', 'limited'])
      expect(limited[1]?.afterMs).toBe(1_000)
      await servers.helpcrunch.setMode({ type: 'up' })
      expect(wordsOf(await deliver(relay(), 'helpcrunch', events))).toEqual(all(3, 'delivered'))
      expect(helpcrunch.events().map(({ data }) => data.eventId)).toEqual(events.map(({ id }) => id))
    })

    test('says so when the vendor has not answered, and of the later events that they wait', async () => {
      const { servers } = vendors()
      const events = eventsOfSomebody(3)
      await deliver(relay(), 'helpcrunch', events.slice(0, 1))
      await servers.helpcrunch.setMode({ type: 'drop-answer' })
      expect(wordsOf(await deliver(relay(), 'helpcrunch', events))).toEqual([
        'delivered',
        'unanswered',
        'busy',
      ])
      await servers.helpcrunch.setMode({ type: 'up' })
      expect(wordsOf(await deliver(relay(), 'helpcrunch', events))).toEqual(all(3, 'delivered'))
    })

    test('drops what the vendor refuses, and nothing else', async () => {
      const { helpcrunch } = vendors()
      const events = eventsOfSomebody(3, { userId: '', email: '' })
      const wrong = events.map((event) => ({ ...event, identity: { anonymousId: 'x' } }))
      expect(wordsOf(await deliver(relay(), 'helpcrunch', wrong))).toEqual(all(3, 'invalid'))
      expect(helpcrunch.requests()).toEqual([])
    })

    test('pauses for a key that the vendor does not take, and shows neither the key nor the person', async () => {
      const { servers } = vendors()
      await servers.helpcrunch.setMode({ type: 'status', status: 401, cors: false })
      const events = eventsOfSomebody(2, { email: 'ada@shop.test' })
      const response = await relay().send({ headers: HEADERS, body: bodyOf('helpcrunch', events) })
      const text = await response.text()
      expect(wordsOf(JSON.parse(text).outcomes)).toEqual(all(2, 'paused'))
      expect(text).not.toContain(SETTINGS.apiKey)
      expect(text).not.toMatch(/ada@shop|customer-\d/)
    })
  })
}
