import { inertTracker } from '../inert-tracker.ts'
import type { AnyEvents } from '../tracker.ts'
import { createFullClient } from './full-client.ts'
import { type FullOptions, fullConfigOf } from './full-options.ts'
import type { FullStatus, FullTracker } from './full-tracker.ts'

const inertFullTracker = (): FullTracker => {
  const track = inertTracker()
  const { status: bare } = track
  const status = async (): Promise<FullStatus> => ({ ...(await bare()), filtered: 0, consent: 0 })
  return Object.assign(track, {
    page: () => track(''),
    consent: () => undefined,
    erase: async () => undefined,
    rejected: Object.assign(async () => [], { retry: async () => 0, clear: async () => 0 }),
    flush: status,
    status,
  })
}

/**
 * Starts a tracker with consent, middleware and a shared identity: one for a page. On a server it does nothing.
 * @throws {TypeError} when an option is wrong; the message names it. Nothing throws after that.
 * @example
 * const track = createTracker({ destinations: [klaviyo({ companyId: 'AbC123' })], consent: 'required' })
 * track.consent('granted')
 */
export const createTracker = <Events extends object = AnyEvents>(
  options: FullOptions,
): FullTracker<Events> => {
  // Which events there are is the compiler's business alone.
  if (typeof document !== 'undefined') return createFullClient(options).track as FullTracker<Events>
  fullConfigOf(options)
  return inertFullTracker() as FullTracker<Events>
}
