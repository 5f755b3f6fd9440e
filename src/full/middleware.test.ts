import { expect, test } from 'vitest'
import type { EventDraft, Middleware } from './event-draft.ts'
import { applied } from './middleware.ts'

const EVENT: EventDraft = {
  type: 'track',
  name: 'Viewed Product',
  properties: { sku: 'A-1', deep: { a: 1 } },
}

/** Passes an event through the middleware; returns what becomes of it, and what is reported. */
const pass = (before: Middleware, event = EVENT) => {
  const problems: string[] = []
  return { event: applied(event, before, (problem) => problems.push(problem)), problems }
}

test('an event may be enriched, redacted, renamed and dropped', () => {
  const enriched = pass((event) => ({ ...event, properties: { ...event.properties, shop: 'north' } }))
  expect(enriched.event?.properties).toEqual({ ...EVENT.properties, shop: 'north' })
  expect(pass((event) => ({ ...event, properties: {} })).event?.properties).toEqual({})
  expect(pass((event) => ({ ...event, name: 'Seen' })).event?.name).toBe('Seen')
  expect(pass(() => null)).toEqual({ event: null, problems: [] })
})

test('what it is given is a copy, which it may change and return', () => {
  const { event } = pass((event) => {
    Object.assign(event.properties.deep as object, { a: 2 })
    return event
  })
  expect(event?.properties).toEqual({ sku: 'A-1', deep: { a: 2 } })
  expect(EVENT.properties).toEqual({ sku: 'A-1', deep: { a: 1 } })
})

test('one that throws is reported, and the event goes on as it was', () => {
  const { event, problems } = pass((event) => {
    Object.assign(event.properties, { sku: 'half done' })
    throw new Error('no such shop')
  })
  expect(event).toEqual(EVENT)
  expect(problems).toEqual(['before has thrown: Error: no such shop; the event goes as it was'])
})

test.each([undefined, 'text', {}, { name: 'x' }, { name: 7, properties: {} }])(
  'one that returns %j is reported, and the event goes on as it was',
  (returned) => {
    const { event, problems } = pass(() => returned as never)
    expect(event).toEqual(EVENT)
    expect(problems).toEqual([
      `before has returned ${typeof returned}; expected an event or null; the event goes as it was`,
    ])
  },
)

test('it cannot make an identify of a track', () => {
  expect(pass((event) => ({ ...event, type: 'identify' })).event?.type).toBe('track')
})

test.each([
  { properties: { amount: 1n } },
  { name: '' as never, properties: 'text' as never },
  { name: Symbol('name') as never },
])('what is no event anyway does not reach it', (part) => {
  const given = { ...EVENT, ...part }
  const { event, problems } = pass(() => null, given)
  expect([event, problems]).toEqual([given, []])
})
