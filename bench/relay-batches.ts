import { eventsOf, idsOf } from '../test/events.ts'

/** The number of events in a request. */
export const BATCH = 50
export const BATCHES = 1_000
export const ORIGIN = 'https://shop.test'
export const WRITE_KEY = 'shop'

const eventsOfBatch = (index: number) =>
  eventsOf(BATCH, {
    newId: idsOf(index),
    identity: {
      anonymousId: `8f14e45f-ceea-467f-a8f3-${index.toString(16).padStart(12, '0')}`,
      userId: `u-${index}`,
    },
  }).map((event) => ({
    ...event,
    properties: {
      ...event.properties,
      sku: `A-${index}`,
      value: 19.9,
      currency: 'EUR',
      url: `${ORIGIN}/products/${index}`,
    },
  }))

/** Makes the relay's answer to a batch of which everything is delivered. */
export const answerOf = (index: number): string =>
  JSON.stringify({ outcomes: eventsOfBatch(index).map(({ id }) => ({ id, type: 'delivered' })) })

/** Makes a batch as it goes over the wire. */
export const requestOf = (index: number): Buffer => {
  const body = JSON.stringify({
    destination: 'helpcrunch',
    writeKey: WRITE_KEY,
    events: eventsOfBatch(index),
  })
  const head = [
    'POST /sendoff HTTP/1.1',
    'host: 127.0.0.1',
    `origin: ${ORIGIN}`,
    'content-type: text/plain;charset=UTF-8',
    `content-length: ${Buffer.byteLength(body)}`,
  ]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`)
}
