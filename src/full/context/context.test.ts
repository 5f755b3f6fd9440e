import { expect, test } from 'vitest'
import { CONTEXT_CHARS, createContext } from './context.ts'
import type { PageFacts } from './page-facts.ts'
import { createRedaction } from './redaction.ts'

const FACTS: PageFacts = {
  url: 'https://shop.test/cart?token=abc&size=xl#top',
  title: 'Cart',
  referrer: 'https://news.test/?email=ada%40shop.test',
  locale: 'de-CH',
  viewportWidth: 800,
  viewportHeight: 600,
}
const SESSION = { id: 'session-1', lastMs: 0, campaignMs: 0, campaign: { utm_source: 'news', gclid: 'g1' } }

const contextWith = (facts: Partial<PageFacts> = {}, hook?: (url: string) => string) =>
  createContext({
    facts: () => ({ ...FACTS, ...facts }),
    redact: createRedaction(hook, () => undefined),
    session: () => SESSION,
  })

const tracked = (properties?: unknown) => ({ type: 'track', name: 'Tested', properties })

test('puts beneath the properties where it happened', () => {
  expect(contextWith()(tracked({ sku: 'A-1' }))).toEqual({
    type: 'track',
    name: 'Tested',
    properties: {
      url: 'https://shop.test/cart?token=redacted&size=xl#top',
      path: '/cart',
      title: 'Cart',
      referrer: 'https://news.test/?email=redacted',
      locale: 'de-CH',
      viewport_width: 800,
      viewport_height: 600,
      session_id: 'session-1',
      utm_source: 'news',
      gclid: 'g1',
      sku: 'A-1',
    },
  })
})

test("leaves the page's own properties as they are", () => {
  const own = { url: 'mine', utm_source: null, session_id: undefined }
  expect(contextWith()(tracked(own)).properties).toMatchObject(own)
})

test('changes neither the event nor the properties it was given', () => {
  const event = Object.freeze(tracked(Object.freeze({ sku: 'A-1' })))
  expect(contextWith()(event)).not.toBe(event)
})

test('gives an event without properties the context alone', () => {
  for (const none of [undefined, null])
    expect(contextWith()(tracked(none)).properties).toMatchObject({ path: '/cart' })
})

test('says nothing about a person', () => {
  const identify = { type: 'identify', name: 'identify', properties: { plan: 'gold' } }
  expect(contextWith()(identify)).toBe(identify)
})

test.each([[['a']], ['text'], [() => 1], [new Date(0)], [{ toJSON: () => 'text' }]])(
  'leaves alone what will be refused: %o',
  (properties) => {
    expect(contextWith()(tracked(properties)).properties).toBe(properties)
  },
)

test('lets properties that have a toJSON speak for themselves', () => {
  const model = { hidden: 1, toJSON: () => ({ shown: 2 }) }
  const { properties } = contextWith()(tracked(model))
  expect(properties).toMatchObject({ shown: 2, path: '/cart' })
  expect(properties).not.toHaveProperty('hidden')
})

test('takes out of a title what is personal in it', () => {
  const { properties } = contextWith({ title: 'Inbox of ada@shop.test' })(tracked())
  expect(properties).toMatchObject({ title: 'Inbox of redacted' })
})

test('leaves out what is not known', () => {
  const { properties } = contextWith({ title: '', referrer: '', locale: '' })(tracked())
  expect(Object.keys(properties as object)).not.toEqual(expect.arrayContaining(['title']))
  expect(properties).not.toHaveProperty('referrer')
  expect(properties).not.toHaveProperty('locale')
})

test.each([
  [(url: string) => url.replace(/\?.*/, ''), 'https://shop.test/cart', '/cart'],
  [(url: string) => new URL(url).pathname, '/cart', '/cart'],
  [() => 'hidden', 'hidden', undefined],
  [() => '', undefined, undefined],
])("takes the path from what the site's redaction has left: %s", (hook, url, path) => {
  const { properties } = contextWith({}, hook)(tracked())
  expect([Reflect.get(Object(properties), 'url'), Reflect.get(Object(properties), 'path')]).toEqual([
    url,
    path,
  ])
})

test('cuts what is too long, after the redaction', () => {
  const long = 'x'.repeat(5_000)
  const facts = {
    url: `https://shop.test/${long}`,
    title: long,
    referrer: `https://news.test/?a=${long}`,
    locale: long,
  }
  const { properties } = contextWith(facts)(tracked())
  for (const [name, chars] of Object.entries(CONTEXT_CHARS))
    expect(Reflect.get(Object(properties), name)).toHaveLength(chars)

  const token = `https://shop.test/?token=${long}&size=xl`
  expect(contextWith({ url: token })(tracked()).properties).toMatchObject({
    url: 'https://shop.test/?token=redacted&size=xl',
  })
})
