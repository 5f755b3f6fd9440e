import { createTracker } from 'sendoff/full'
import { klaviyo } from 'sendoff/klaviyo'

/** On the server the tracker does nothing. */
export const track = createTracker({ destinations: [klaviyo({ companyId: 'AbC123' })], pageviews: true })
