/** Compiled by `npm run check`, never run: each of these lines must be refused by the compiler, or taken by it. */
import { createTracker as createFull } from '../src/full/index.ts'
import { createTracker } from '../src/index.ts'
import { withRejected } from '../src/rejected.ts'
import { createFakeDestination } from './fakes/destination.ts'

interface ShopEvents {
  'Viewed Product': { sku: string; value?: number; currency?: 'EUR' | 'USD' }
  Searched: { query?: string }
  'Logged Out': undefined
}

const options = { destinations: [createFakeDestination()] }

export const typed = (): void => {
  for (const track of [createTracker<ShopEvents>(options), createFull<ShopEvents>(options)]) {
    track('Viewed Product', { sku: 'A-1' })
    track('Viewed Product', { sku: 'A-1', value: 19.9, currency: 'EUR' }, { id: 'order-7' })
    track('Searched')
    track('Searched', { query: 'tea' })
    track('Logged Out')
    track('Logged Out', undefined, { time: 0 })

    // @ts-expect-error there is no such event
    track('Viewed Produkt', { sku: 'A-1' })
    // @ts-expect-error it needs its properties
    track('Viewed Product')
    // @ts-expect-error it needs this one
    track('Viewed Product', { value: 19.9 })
    // @ts-expect-error a number is no text
    track('Viewed Product', { sku: 1 })
    // @ts-expect-error no such currency
    track('Viewed Product', { sku: 'A-1', currency: 'EURO' })
    // @ts-expect-error no such property
    track('Viewed Product', { sku: 'A-1', colour: 'red' })
    // @ts-expect-error the properties of another event
    track('Searched', { sku: 'A-1' })
    // @ts-expect-error it has no properties
    track('Logged Out', { at: 'noon' })
    // @ts-expect-error an option that there is not
    track('Searched', {}, { at: 0 })
  }
}

export const untyped = (): void => {
  const track = createTracker(options)
  track('Anything')
  track('Anything', undefined, { id: 'order-7' })
  track('Anything', { of: ['any', { kind: true }] })
  // @ts-expect-error a name is a text
  track(7)
  // @ts-expect-error properties have names
  track('Anything', 'text')
  // @ts-expect-error the bare tracker knows no consent
  track.consent('granted')
  // @ts-expect-error an option of the full one
  createTracker({ ...options, consent: 'required' })
}

interface Product {
  readonly sku: string
  value?: number
}

/** What a site has is as often an interface as a type. */
export const interfaces = (product: Product): void => {
  const bare = createTracker(options)
  const track = createFull(options)
  bare('Viewed Product', product)
  track('Viewed Product', product)
  track.page('Product', product)
  bare.identify('customer-7', { ...product, email: 'ada@shop.test' })
  // @ts-expect-error a list has no names
  bare('Viewed Products', [product])
  // @ts-expect-error nor has a map
  bare('Viewed Products', new Map([['A-1', product]]))
}

export const withOthers = async (): Promise<void> => {
  const track = withRejected(createTracker<ShopEvents>(options))
  track('Searched', { query: 'tea' })
  await track.rejected()
  track.close()
  // @ts-expect-error there is no such event
  track('Viewed Produkt', { sku: 'A-1' })
}

export const full = (): void => {
  const track = createFull<ShopEvents>({
    ...options,
    before: (event) => (event.type === 'identify' ? event : { ...event, name: event.name.trim() }),
  })
  track.consent('granted')
  track.page('Cart', { items: 2 })
  // @ts-expect-error no such decision
  track.consent('maybe')
  // @ts-expect-error no such state to begin with
  createFull({ ...options, consent: 'denied' })
  // @ts-expect-error it must return an event or null
  createFull({ ...options, before: () => undefined })
}
