import { RudderAnalytics } from '@rudderstack/analytics-js/bundled'
import type { Start } from './start.ts'

/**
 * Starts RudderStack with its queue in localStorage, batched, and room for more than the 100 events that it keeps by
 * default.
 */
export const rudderstack: Start = (collector) => {
  const client = new RudderAnalytics()
  client.load('bench', collector, {
    configUrl: collector,
    plugins: ['XhrQueue'],
    loadIntegration: false,
    sendAdblockPage: false,
    lockIntegrationsVersion: true,
    queueOptions: { maxItems: 2_000, batch: { enabled: true, maxItems: 100, flushInterval: 1_000 } },
  })
  return {
    track: (name, properties) => client.track(name, properties),
    ready: new Promise<void>((resolve) => client.ready(resolve)),
  }
}
