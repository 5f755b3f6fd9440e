import { createTracker } from 'sendoff'
import { klaviyo } from 'sendoff/klaviyo'

export const track = createTracker({
  destinations: [
    klaviyo({
      companyId: process.env.NEXT_PUBLIC_KLAVIYO_KEY,
      endpoint: process.env.NEXT_PUBLIC_KLAVIYO_ENDPOINT,
    }),
  ],
})
