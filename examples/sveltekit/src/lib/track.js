import { createTracker } from 'sendoff/full'
import { klaviyo } from 'sendoff/klaviyo'

const { VITE_KLAVIYO_KEY: companyId, VITE_KLAVIYO_ENDPOINT: endpoint } = import.meta.env

/** On the server it does nothing. */
export const track = createTracker({ destinations: [klaviyo({ companyId, endpoint })], pageviews: true })
