import { createTracker } from 'sendoff/full'
import { klaviyo } from 'sendoff/klaviyo'

const track = createTracker({
  destinations: [klaviyo({ companyId: 'AbC123' })],
  pageviews: true,
  declarative: true,
})
const button = document.querySelector('[data-track-sku]')
if (button) track('Viewed Product', { sku: button.dataset.trackSku })
