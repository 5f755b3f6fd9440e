import { createClient } from './client.ts'
import { type Closable, createClosing } from './closing.ts'
import { configOf, type TrackerOptions } from './config.ts'
import { inertTracker } from './inert-tracker.ts'
import { type Switches, startable } from './switches.ts'
import type { AnyEvents, Tracker } from './tracker.ts'
import { browserWorld } from './world.ts'

/**
 * Starts a tracker: one for a page. On a server, where there is no page, it does nothing; nor does it when it is switched off,
 * when no destination has its key, and in a test, unless that names an `endpoint`: then it says so once.
 * @throws {TypeError} when an option is wrong; the message names it. Nothing throws after that.
 * @example
 * const track = createTracker({ destinations: [klaviyo({ companyId: 'AbC123' })] })
 * track('Viewed Product', { sku: 'A-1' })
 */
export const createTracker = <Events extends object = AnyEvents>(
  given: TrackerOptions & Switches,
): Tracker<Events> & Closable => {
  // Which events there are is the compiler's business alone.
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
