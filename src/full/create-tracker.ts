import type { AnyEvents } from '../tracker.ts'
import { createFullClient } from './full-client.ts'
import { type FullOptions, fullConfigOf } from './full-options.ts'
import type { FullTracker } from './full-tracker.ts'
import { inertFullTracker } from './inert-full-tracker.ts'

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
