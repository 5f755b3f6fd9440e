import type { Closable } from '../closable.ts'
import { createClosing } from '../closing.ts'
import { type Switches, startable } from '../switches.ts'
import type { AnyEvents } from '../tracker.ts'
import { ADOPTIONS } from '../vendors/listed/adoptions.ts'
import { browserWorld } from '../world.ts'
import { createFullClient } from './full-client.ts'
import { type FullOptions, fullConfigOf } from './full-options.ts'
import type { FullTracker } from './full-tracker.ts'
import { inertFullTracker } from './inert-full-tracker.ts'

/**
 * Starts a tracker with consent, middleware and a shared identity; a page needs one. The returned tracker does nothing
 * on a server; when `enabled` is `false`; when no destination has its key; and in a test whose destinations have no
 * `endpoint`. The console says once why.
 * @throws {TypeError} when an option is wrong; the message names the option. No later call throws.
 * @example
 * const track = createTracker({ destinations: [klaviyo({ companyId: 'AbC123' })], consent: 'required' })
 * track.consent('granted')
 */
export const createTracker = <Events extends object = AnyEvents>(
  given: FullOptions & Switches,
): FullTracker<Events> & Closable => {
  // The types of events exist for the compiler alone; at run time every tracker is the same.
  type Its = FullTracker<Events> & Closable
  const { options, off } = startable(given)
  if (!options) return inertFullTracker(off) as Its
  if (typeof document === 'undefined') {
    fullConfigOf(options)
    return inertFullTracker() as Its
  }
  const { world, close } = createClosing(browserWorld())
  return Object.assign(createFullClient(options, ADOPTIONS, world).track, { close }) as Its
}
