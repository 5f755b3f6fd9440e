import { createTracker } from '../../src/index.ts'
import { klaviyo } from '../../src/vendors/klaviyo/destination.ts'
import type { Start } from './start.ts'

export const sendoff: Start = (endpoint, worker = '') => ({
  track: createTracker({ destinations: [klaviyo({ companyId: 'AbC123', endpoint })], worker }),
  ready: Promise.resolve(),
})
