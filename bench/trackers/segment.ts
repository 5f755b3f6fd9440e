import { AnalyticsBrowser } from '@segment/analytics-next'
import type { Start } from './start.ts'

/** Starts Segment with batching and retries; `cdnSettings` has what the library would otherwise ask the CDN for. */
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
