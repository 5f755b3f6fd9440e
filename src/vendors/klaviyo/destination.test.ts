import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { testDestination } from '../../../test/contract/destination.ts'
import { ANYONE, anyEvents, anyIdentity, anyProperties, eventsOf, idsOf, NOON } from '../../../test/events.ts'
import { createKlaviyoVendor } from '../../../test/fakes/klaviyo-vendor.ts'
import { klaviyo } from './destination.ts'

interface Envelope {
  readonly data: {
    readonly attributes: {
      readonly profile: object
      readonly events?: { readonly data: readonly { readonly attributes: object }[] }
    }
  }
}

/** Reads each event with its person from either form of a request. */
const read = (body: string): readonly unknown[] => {
  const { profile, events, ...single } = (JSON.parse(body) as Envelope).data.attributes
  return events ? events.data.map(({ attributes }) => ({ ...attributes, profile })) : [{ ...single, profile }]
}

testDestination('klaviyo', {
  make: () => klaviyo({ companyId: 'AbC123' }),
  read,
  withKey: (companyId) => klaviyo({ companyId }),
  publicKeys: ['AbC123', 'ABCDEF', '123456'],
  privateKeys: ['pk_0', 'pk_0123456789abcdef0123456789abcdef01', 'pk_a1b', ' pk_0123456789abcdef'],
  wrongKeys: ['AbC12', 'AbC1234', 'AbC-12', 'AbC123\n', 'undefined'],
  keyOption: /companyId|key/,
})

const { destination } = createKlaviyoVendor()

describe('what the vendor reads', () => {
  test('breaks none of its rules, for any events within its limits', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyEvents(),
        fc.constantFrom('first' as const, 'resend' as const),
        async (events, attempt) => {
          const { emulator, send } = createKlaviyoVendor()
          const { status } = await send(events, attempt)
          expect([status, emulator.requests()[0]?.details]).toEqual([202, []])
        },
      ),
    )
  })

  test('is what the page said', () => {
    fc.assert(
      fc.property(anyEvents(), (events) => {
        const said = events.map(({ id, name, time, properties }) => ({
          metric: { data: { type: 'metric', attributes: { name } } },
          unique_id: id,
          time: new Date(time).toISOString(),
          properties,
        }))
        expect(read(destination.encode(events, 'first').body)).toMatchObject(said)
      }),
    )
  })

  test('fits into one request for 1,000 events', async () => {
    const { emulator, send } = createKlaviyoVendor()
    expect((await send(eventsOf(1_000, { bytes: 700 }))).status).toBe(202)
    expect(emulator.events()).toHaveLength(1_000)
    expect(emulator.requests()[0]?.path).toBe('/client/event-bulk-create?company_id=AbC123')
  })

  test('is the value and its currency as numbers and ISO 4217 say them', async () => {
    const { emulator, send } = createKlaviyoVendor()
    const [event] = eventsOf(1)
    if (!event) return
    await send([{ ...event, properties: { value: 19.9, currency: 'EUR' } }])
    expect(emulator.events()[0]).toMatchObject({ value: 19.9, value_currency: 'EUR' })
  })

  test.each([
    [{ value: '19.90' }, 19.9, undefined],
    [{ value: '1.299,00 €', currency: 'eur ' }, 1_299, 'EUR'],
    [{ value: 0, currency: 'EUR' }, 0, 'EUR'],
    [{ value: 19.9, currency: '€' }, 19.9, undefined],
  ])('is the money that the page gave, also as text: %j', async (properties, value, currency) => {
    const { emulator, send } = createKlaviyoVendor()
    await send(eventsOf(1).map((event) => ({ ...event, properties })))
    expect([emulator.events()[0]?.value, emulator.events()[0]?.value_currency]).toEqual([value, currency])
  })

  test.each<Record<string, unknown>>([
    { currency: 'EUR' },
    { value: '1,299', currency: 'EUR' },
    { value: true, currency: 'EUR' },
    { value: '0x10', currency: 'EUR' },
    { value: '', currency: 'EUR' },
    { value: null, currency: ['EUR'] },
    { value: ['9'], currency: 'EURO' },
    { value: {}, currency: { toString: 1 } },
    { value: { toString: 1 }, currency: 7 },
  ])('is no money where the page gave none: %j', async (properties) => {
    const { emulator, send } = createKlaviyoVendor()
    const { status } = await send(eventsOf(1).map((event) => ({ ...event, properties })))
    expect([status, emulator.events()[0]?.value, emulator.events()[0]?.value_currency]).toEqual([
      202,
      undefined,
      undefined,
    ])
  })

  test('is the id that the site gave, where it gave one', async () => {
    const { emulator, send } = createKlaviyoVendor()
    await send(eventsOf(1).map((event) => ({ ...event, uniqueId: 'order-7' })))
    expect(emulator.events()[0]?.unique_id).toBe('order-7')
  })

  test('is a profile when a visitor is identified, with its own names for what it knows', async () => {
    const { emulator, send } = createKlaviyoVendor()
    const identity = { ...ANYONE, userId: 'customer-7', email: 'ada@shop.test', phone: '+491701234567' }
    const properties = { firstName: 'Ada', lastName: 'Lovelace', plan: 'gold' }
    const { status } = await send([
      { id: idsOf(1)(), type: 'identify', name: 'identify', time: NOON, properties, identity },
    ])
    expect(status).toBe(202)
    expect(emulator.requests()[0]?.path).toBe('/client/profiles?company_id=AbC123')
    expect(emulator.profiles()[0]?.attributes).toMatchObject({
      anonymous_id: ANYONE.anonymousId,
      external_id: 'customer-7',
      email: 'ada@shop.test',
      phone_number: '+491701234567',
      first_name: 'Ada',
      last_name: 'Lovelace',
      properties: { plan: 'gold' },
    })
  })

  test('is a profile that it accepts, for any traits of the visitor that are not its own names', async () => {
    const ownNames = ['firstName', 'lastName']
    await fc.assert(
      fc.asyncProperty(anyIdentity, anyProperties, async (identity, traits) => {
        const properties = Object.fromEntries(
          Object.entries(traits).filter(([name]) => !ownNames.includes(name)),
        )
        const { send } = createKlaviyoVendor()
        const event = {
          id: idsOf(1)(),
          type: 'identify',
          name: 'identify',
          time: NOON,
          properties,
          identity,
        } as const
        expect((await send([event])).status).toBe(202)
      }),
    )
  })
})

test('sends to the endpoint that the site names, with or without a slash at its end', async () => {
  for (const endpoint of ['https://vendor.test', 'https://vendor.test/']) {
    const { url } = klaviyo({ companyId: 'AbC123', endpoint }).encode(eventsOf(1), 'first')
    expect(url).toBe('https://vendor.test/client/events?company_id=AbC123')
  }
})
