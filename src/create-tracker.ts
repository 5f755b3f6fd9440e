import { createClient } from './client.ts'
import type { Closable } from './closable.ts'
import { createClosing } from './closing.ts'
import { configOf, type TrackerOptions } from './config.ts'
import { inertTracker } from './inert-tracker.ts'
import { type Switches, startable } from './switches.ts'
import type { AnyEvents, Tracker } from './tracker.ts'
import { browserWorld } from './world.ts'

/**
 * Starts a tracker; a page needs one. The returned tracker does nothing on a server, where there is no page; when
 * `enabled` is `false`; when no destination has its key; and in a test whose destinations have no `endpoint`. The
 * console says once why.
 * @throws {TypeError} when an option is wrong; the message names the option. No later call throws.
 * @example
 * const track = createTracker({ destinations: [klaviyo({ companyId: 'AbC123' })] })
 * track('Viewed Product', { sku: 'A-1' })
 */
export const createTracker = <Events extends object = AnyEvents>(
  given: TrackerOptions & Switches,
): Tracker<Events> & Closable => {
  // The types of events exist for the compiler alone; at run time every tracker is the same.
  type Its = Tracker<Events> & Closable
  const { options, off } = startable(given)
  if (!options) return inertTracker(off) as Its
  if (typeof document === 'undefined') {
    configOf(options)
    return inertTracker() as Its
  }
  const { world, close } = createClosing(browserWorld())
  return Object.assign(createClient(options, world).track, { close }) as Its
}
