// A site's own code with a redaction of its own; `failing` in the address makes the redaction fail.

import { createTracker } from '../../src/full/index.ts'
import { klaviyo } from '../../src/vendors/klaviyo/destination.ts'

const redact = (url: string): string => {
  if (url.includes('failing')) throw new Error('on purpose')
  return url.replace(/\/orders\/\d+/, '/orders/redacted')
}
const { endpoint } = { ...document.currentScript?.dataset }
const track = createTracker({
  destinations: [klaviyo({ companyId: 'AbC123', endpoint })],
  redact,
  outbound: true,
})
const problems: unknown[] = []
track.on('error', ({ reason, message }) => problems.push([reason, message]))
Object.assign(window, { track, problems })
