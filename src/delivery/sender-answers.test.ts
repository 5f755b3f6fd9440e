import { expect, test } from 'vitest'
import { ANYONE, eventsOf, frozen, idsOf } from '../../test/events.ts'
import { createFakeDestination } from '../../test/fakes/destination.ts'
import { createFakeWorld, type SentRequest } from '../../test/fakes/world.ts'
import type { Destination, VendorResponse } from '../core/destination.ts'
import { klaviyo } from '../vendors/klaviyo/destination.ts'

const KLAVIYO = klaviyo({ companyId: 'AbC123', endpoint: 'https://vendor.test' })
const MISTYPED = { ...ANYONE, email: 'ada@-shop.test' }

/** Klaviyo's own words for an address that it does not take. */
const refusingTheAddress = ({ body }: SentRequest): VendorResponse => {
  if (!body.includes('@-shop')) return { status: 202, body: '' }
  const pointer = '/data/attributes/events-bulk-create/data/attributes/profile/data/attributes/email'
  return {
    status: 400,
    body: JSON.stringify({ errors: [{ code: 'invalid', detail: 'Invalid email', source: { pointer } }] }),
  }
}

test('a refused address costs one more request, and none of its events', async () => {
  const { sender, pass, requests, outcomes, refusals } = createFakeWorld({
    destination: KLAVIYO,
    answer: refusingTheAddress,
  })
  await sender.add(frozen(eventsOf(40, { identity: MISTYPED })), false)
  await pass(10_000)
  expect(outcomes.map(([, { type }]) => type)).toEqual(Array(40).fill('delivered'))
  expect(requests.length).toBe(2)
  expect(new Set(refusals.map(({ identifier, value }) => `${identifier} ${value}`))).toEqual(
    new Set(['email ada@-shop.test']),
  )
})

test('the console is told once of a refused address, without the address', async () => {
  const { sender, pass, errors } = createFakeWorld({ destination: KLAVIYO, answer: refusingTheAddress })
  await sender.add(frozen(eventsOf(3, { identity: MISTYPED })), false)
  await pass(10_000)
  await sender.add(frozen(eventsOf(3, { identity: MISTYPED })), false)
  await pass(10_000)
  expect(errors.map(({ message }) => message)).toEqual([
    'klaviyo refuses the email of this person; events go without it',
  ])
})

test('an event at which encode throws is dropped alone', async () => {
  const plain = createFakeDestination()
  const { sender, pass, outcomes } = createFakeWorld({
    destination: {
      ...plain,
      encode(events, attempt) {
        if (events.some(({ properties }) => properties.text)) throw new Error('no such property')
        return plain.encode(events, attempt)
      },
    },
  })
  const newId = idsOf(1)
  await sender.add(frozen(eventsOf(3, { newId })), false)
  await sender.add(frozen(eventsOf(1, { newId, text: 'bad' })), false)
  await pass(60_000)
  expect(outcomes.map(([{ properties }, { type }]) => [!!properties.text, type]).sort()).toEqual([
    [false, 'delivered'],
    [false, 'delivered'],
    [false, 'delivered'],
    [true, 'dropped'],
  ])
})

test('an answer at which interpret throws counts as none', async () => {
  const { sender, pass, requests } = createFakeWorld({
    destination: createFakeDestination({
      interpret() {
        throw new TypeError('body is no JSON')
      },
    }),
  })
  await sender.add(frozen(eventsOf(1)), false)
  await pass(20_000)
  expect(requests.length).toBeGreaterThan(1)
  expect(await sender.status()).toMatchObject({ queued: 1 })
})

test('a destination may be an object of a class', async () => {
  const plain = createFakeDestination()
  class Acme implements Destination {
    readonly name = 'acme'
    readonly account = 'shop'
    readonly limits = plain.limits
    encode(...given: Parameters<Destination['encode']>) {
      return plain.encode.apply(this, given)
    }
    interpret(...given: Parameters<Destination['interpret']>) {
      return plain.interpret.apply(this, given)
    }
  }
  const { sender, pass, outcomes } = createFakeWorld({ destination: new Acme() })
  await sender.add(frozen(eventsOf(2)), false)
  await pass(2_000)
  expect(outcomes.map(([, { type }]) => type)).toEqual(['delivered', 'delivered'])
})
