import { createTracker } from 'sendoff/full'
import { klaviyo } from 'sendoff/klaviyo'

export const track = createTracker({
  destinations: [klaviyo({ companyId: 'AbC123' })],
  pageviews: true,
  declarative: true,
})
