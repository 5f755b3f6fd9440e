import { describe, expect, test } from 'vitest'
import { ANYONE, eventsOf } from '../../../test/events.ts'
import { createKlaviyoVendor } from '../../../test/fakes/klaviyo-vendor.ts'
import type { TrackedEvent } from '../../core/event.ts'

const eventWith = (others: Partial<TrackedEvent>): TrackedEvent => ({
  ...(eventsOf(1)[0] as TrackedEvent),
  ...others,
})
const deep = (levels: number): TrackedEvent['properties'] =>
  levels > 1 ? { inner: deep(levels - 1) } : { last: 1 }
const many = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, index]))

describe('what is over Klaviyo’s limits', () => {
  test.each([
    ['a name of 128 characters', { name: 'x'.repeat(128) }, ['klaviyo: cut to 127 characters']],
    ['a name of emoji', { name: '🛒'.repeat(100) }, ['klaviyo: cut to 127 characters']],
    ['401 properties', { properties: many(401) }, ['klaviyo: cut to 400 properties']],
    ['401 properties further down', { properties: { cart: many(401) } }, ['klaviyo: cut to 400 properties']],
    ['11 levels', { properties: deep(11) }, ['klaviyo: cut to 10 levels of properties']],
    ['a thousand levels', { properties: deep(1_000) }, ['klaviyo: cut to 10 levels of properties']],
    ['4,001 items', { properties: { skus: Array(4_001).fill(0) } }, ['klaviyo: cut to 4000 properties']],
    ['100 kB of a text', { properties: { text: '☕'.repeat(34_000) } }, ['klaviyo: cut to 33000 characters']],
    ['half an emoji', { properties: { title: 'Cart \ud83d' } }, []],
  ] as const)('is cut before it is sent, and told: %s', async (_what, others, told) => {
    for (const type of ['track', 'identify'] as const) {
      const { destination, emulator, send } = createKlaviyoVendor()
      // The name of an identify is not sent.
      const event = eventWith({ ...others, type })
      expect((await send([event])).status).toBe(202)
      expect(emulator.violations()).toEqual([])
      if (type === 'track' || !('name' in others))
        expect(destination.encode([event], 'first').told).toEqual(told)
    }
  })

  test('is told once for all events of a request', () => {
    const { destination } = createKlaviyoVendor()
    const long = eventsOf(20).map((event) => ({ ...event, name: 'x'.repeat(200), properties: many(500) }))
    expect(destination.encode(long, 'first').told).toEqual([
      'klaviyo: cut to 127 characters',
      'klaviyo: cut to 400 properties',
    ])
  })

  test('is nothing that is within them', () => {
    const { destination } = createKlaviyoVendor()
    const properties = { ...many(397), deep: deep(9), skus: Array(4_000).fill(0), text: 'x'.repeat(33_000) }
    const { body, told } = destination.encode([eventWith({ name: 'x'.repeat(127), properties })], 'first')
    expect(told).toEqual([])
    expect(JSON.parse(body).data.attributes.properties).toEqual(properties)
  })
})

describe('the traits of a person', () => {
  const identify = (properties: TrackedEvent['properties']) =>
    eventWith({ type: 'identify', properties, identity: { ...ANYONE, userId: 'customer-7' } })
  const profileAfter = async (...said: readonly TrackedEvent['properties'][]) => {
    const { emulator, send } = createKlaviyoVendor()
    for (const traits of said) expect((await send([identify(traits)])).status).toBe(202)
    return emulator.profiles()[0]?.attributes
  }

  test('are erased where the site says so, and nowhere else', async () => {
    const ada = { firstName: 'Ada', lastName: 'Lovelace', plan: 'gold', city: 'London' }
    const left = { last_name: 'Lovelace', properties: { city: 'London' } }
    const erased = await profileAfter(ada, { $unset: ['firstName', 'plan'] })
    expect(erased).toMatchObject(left)
    expect(erased).not.toHaveProperty('first_name')
    expect(erased).not.toHaveProperty('properties.plan')
    expect(await profileAfter(ada, { $unset: 'firstName' })).not.toHaveProperty('first_name')
    expect(await profileAfter(ada, {})).toMatchObject({ first_name: 'Ada', ...left })
  })
})
