import { AnalyticsBrowser } from '@segment/analytics-next'
import type { Start } from './start.ts'

/** Batching, with retries; `cdnSettings` says what the CDN would otherwise be asked for. */
export const segment: Start = (collector) => {
  const analytics = AnalyticsBrowser.load(
    { writeKey: 'bench', cdnSettings: { integrations: { 'Segment.io': { apiKey: 'bench' } } } },
    {
      integrations: {
        'Segment.io': {
          apiHost: `${new URL(collector).host}/v1`,
          protocol: 'http',
          deliveryStrategy: { strategy: 'batching', config: { size: 100, timeout: 1_000, maxRetries: 100 } },
        },
      },
    },
  )
  return { track: (name, properties) => analytics.track(name, properties), ready: analytics.ready() }
}
