import { newTracker, trackSelfDescribingEvent } from '@snowplow/browser-tracker'
import type { Start } from './start.ts'

const SCHEMA = 'iglu:example.shop/viewed_product/jsonschema/1-0-0'

/**
 * Starts Snowplow with its queue in localStorage, and retries. The buffer has one event: it has no timer, and a larger
 * buffer would wait for the event that fills it. A backlog still leaves in requests of up to `maxPostBytes`.
 */
export const snowplow: Start = (collector) => {
  newTracker('bench', collector, {
    appId: 'bench',
    encodeBase64: false,
    bufferSize: 1,
    maxPostBytes: 40_000,
    stateStorageStrategy: 'localStorage',
    retryFailedRequests: true,
    contexts: { webPage: false },
  })
  return {
    track: (name, properties) =>
      trackSelfDescribingEvent({ event: { schema: SCHEMA, data: { name, ...properties } } }),
    ready: Promise.resolve(),
  }
}
