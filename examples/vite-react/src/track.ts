import { createTracker } from 'sendoff'
import { klaviyo } from 'sendoff/klaviyo'

const { VITE_KLAVIYO_KEY, VITE_KLAVIYO_ENDPOINT } = import.meta.env

export const track = createTracker({
  destinations: [klaviyo({ companyId: VITE_KLAVIYO_KEY, endpoint: VITE_KLAVIYO_ENDPOINT })],
})

import.meta.hot?.dispose(() => track.close())
