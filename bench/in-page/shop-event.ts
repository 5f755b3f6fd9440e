import { labelOf } from '../collector/labels.ts'

/**
 * Makes the properties of an event: about 700 bytes of JSON, no two alike, as a shop would send them; the label tells
 * which it is.
 */
export const shopEvent = (number: number): Readonly<Record<string, unknown>> => ({
  label: labelOf(number),
  sku: `SKU-${100_000 + number}`,
  name: `Harbour mug, hand-thrown stoneware, number ${number}`,
  value: 19.9 + (number % 80),
  currency: 'EUR',
  quantity: 1 + (number % 3),
  position: number,
  categories: ['Home', 'Kitchen', 'Mugs', `Season ${number % 4}`],
  url: `https://shop.example/products/harbour-mug-${number}?variant=${number * 7}`,
  image: `https://cdn.example/images/harbour-mug-${number}-1200x1200.jpg`,
  list: { id: `home-${number % 9}`, title: 'Most loved this week', page: number % 20 },
  variant: { glaze: 'sea green', volume: '0.35 l', stock: number % 50, giftWrap: number % 2 === 0 },
  campaign: { source: 'newsletter', medium: 'email', title: `autumn-glazes-${number % 12}` },
  breadcrumb: `Home > Kitchen > Mugs and cups > Stoneware > Harbour, shade ${number % 31}`,
  note: `Shown in the second row of the grid, ${number} pixels from the top.`,
})

export const EVENT_NAME = 'Viewed Product'
