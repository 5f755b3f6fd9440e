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

/** Yotpo behind the relay: its token, its names, its identifiers and its pace. */
export const testYotpo = (relay: () => RunningRelay, vendors: () => Vendors): void => {
  describe('for Yotpo', () => {
    beforeEach(() => vendors().reset())

    test('makes a token, keeps it, and renews it when the vendor has forgotten it', async () => {
      const { yotpo } = vendors()
      const tokens = () => yotpo.requests().filter(({ path }) => path.endsWith('/access_tokens')).length
      expect(wordsOf(await deliver(relay(), 'yotpo', eventsOfSomebody(2)))).toEqual([
        'delivered',
        'delivered',
      ])
      const before = tokens()
      yotpo.expireTokens()
      expect(wordsOf(await deliver(relay(), 'yotpo', eventsOfSomebody(1)))).toEqual(['delivered'])
      expect(tokens() - before).toBe(1)
    })

    test('speaks in its names, with the event’s own id and time', async () => {
      const { yotpo } = vendors()
      const [event] = eventsOfSomebody(1)
      if (!event) return
      const properties = { 'Unit Price': 19.9, inStock: true, tags: ['a'], gone: null }
      await deliver(relay(), 'yotpo', [{ ...event, properties }])
      expect(yotpo.events()).toEqual([
        {
          source: 'sendoff',
          type: 'viewed_product',
          occurred_at: new Date(event.time).toISOString(),
          id: event.id,
          customer: { external_id: event.identity.userId },
          properties: { unit_price: 19.9, in_stock: true, tags: '["a"]' },
        },
      ])
    })

    test.each([
      [{ userId: 'u', email: 'ada@shop.test', phone: '+491701234567' }, { external_id: 'u' }],
      [{ userId: undefined, email: 'ada@shop.test', phone: '+491701234567' }, { email: 'ada@shop.test' }],
      [{ userId: undefined, phone: '+491701234567' }, { phone_number: '+491701234567' }],
    ])('names the person by exactly one identifier: %j', async (identity, customer) => {
      const { yotpo } = vendors()
      await deliver(relay(), 'yotpo', eventsOfSomebody(1, identity as object))
      expect(yotpo.events().map((event) => event.customer)).toEqual([customer])
    })

    test('keeps to five requests a second', async () => {
      const { yotpo } = vendors()
      const outcomes = await deliver(relay(), 'yotpo', eventsOfSomebody(8))
      expect(new Set(wordsOf(outcomes))).toEqual(new Set(['delivered']))
      expect(yotpo.requests().filter(({ status }) => status === 429)).toEqual([])
      expect(yotpo.violations()).toEqual([])
    })

    test('may send an event again: it overrides the first', async () => {
      const { yotpo, servers } = vendors()
      const events = eventsOfSomebody(1)
      await deliver(relay(), 'yotpo', eventsOfSomebody(1))
      await servers.yotpo.setMode({ type: 'drop-answer' })
      expect(wordsOf(await deliver(relay(), 'yotpo', events))).toEqual(['unanswered'])
      await servers.yotpo.setMode({ type: 'up' })
      expect(wordsOf(await deliver(relay(), 'yotpo', events))).toEqual(['delivered'])
      expect([yotpo.events().length, yotpo.overridden()]).toEqual([2, 1])
    })

    test('passes its limit and its failures on, without the secret or the person', async () => {
      const { servers } = vendors()
      const events = eventsOfSomebody(1, { email: 'ada@shop.test' })
      await servers.yotpo.setMode({ type: 'status', status: 503, cors: false })
      expect(wordsOf(await deliver(relay(), 'yotpo', events))).toEqual(['busy'])
      await servers.yotpo.setMode({ type: 'status', status: 400, cors: false })
      const response = await relay().send({ headers: HEADERS, body: bodyOf('yotpo', events) })
      const text = await response.text()
      expect(text).toContain('"refused"')
      expect(text).not.toContain(SETTINGS.secret)
      expect(text).not.toMatch(/ada@shop|customer-\d/)
    })
  })
}
