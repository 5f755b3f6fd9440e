import { type Closable, createClosing } from '../closing.ts'
import { type Switches, startable } from '../switches.ts'
import type { AnyEvents } from '../tracker.ts'
import { ADOPTIONS } from '../vendors/listed/adoptions.ts'
import { browserWorld } from '../world.ts'
import { createFullClient } from './full-client.ts'
import { type FullOptions, fullConfigOf } from './full-options.ts'
import type { FullTracker } from './full-tracker.ts'
import { inertFullTracker } from './inert-full-tracker.ts'

/**
 * Starts a tracker with consent, middleware and a shared identity: one for a page. On a server it does nothing; nor does it
 * when it is switched off, when no destination has its key, and in a test, unless that names an `endpoint`.
 * @throws {TypeError} when an option is wrong; the message names it. Nothing throws after that.
 * @example
 * const track = createTracker({ destinations: [klaviyo({ companyId: 'AbC123' })], consent: 'required' })
 * track.consent('granted')
 */
export const createTracker = <Events extends object = AnyEvents>(
  given: FullOptions & Switches,
): FullTracker<Events> & Closable => {
  // Which events there are is the compiler's business alone.
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
