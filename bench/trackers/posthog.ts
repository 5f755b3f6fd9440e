import { posthog as client } from 'posthog-js'
import type { Start } from './start.ts'

/** Starts PostHog. Batching and retries are its defaults; it keeps its queue only in memory. */
export const posthog: Start = (collector) => {
  client.init('phc_bench', {
    api_host: collector,
    persistence: 'localStorage+cookie',
    request_batching: true,
    request_queue_config: { flush_interval_ms: 1_000 },
    disable_compression: true,
    // Without these limits a burst is thinned out before it is queued.
    rate_limiting: { events_per_second: 100_000, events_burst_limit: 1_000_000 },
    autocapture: false,
    capture_pageview: false,
    capture_pageleave: false,
    capture_performance: false,
    disable_session_recording: true,
    disable_surveys: true,
    disable_external_dependency_loading: true,
    advanced_disable_flags: true,
    // Without this option a headless browser counts as a bot.
    opt_out_useragent_filter: true,
  })
  return { track: (name, properties) => client.capture(name, properties), ready: Promise.resolve() }
}
