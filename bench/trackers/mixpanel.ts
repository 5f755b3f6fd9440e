import client from 'mixpanel-browser/src/loaders/loader-module-core'
import type { Start } from './start.ts'

/** Starts Mixpanel. Batching, its queue in localStorage, and retries are its defaults. */
export const mixpanel: Start = (collector) => {
  client.init('bench', {
    api_host: collector,
    api_payload_format: 'json',
    persistence: 'localStorage',
    batch_requests: true,
    batch_size: 50,
    batch_flush_interval_ms: 1_000,
    ignore_dnt: true,
    autocapture: false,
    track_pageview: false,
  })
  return { track: (name, properties) => client.track(name, properties), ready: Promise.resolve() }
}
