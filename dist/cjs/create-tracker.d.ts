import { type Closable } from './closing.ts';
import { type TrackerOptions } from './config.ts';
import { type Switches } from './switches.ts';
import type { AnyEvents, Tracker } from './tracker.ts';
/**
 * Starts a tracker: one for a page. On a server, where there is no page, it does nothing; nor does it when it is switched off,
 * when no destination has its key, and in a test, unless that names an `endpoint`: then it says so once.
 * @throws {TypeError} when an option is wrong; the message names it. Nothing throws after that.
 * @example
 * const track = createTracker({ destinations: [klaviyo({ companyId: 'AbC123' })] })
 * track('Viewed Product', { sku: 'A-1' })
 */
export declare const createTracker: <Events extends object = AnyEvents>(given: TrackerOptions & Switches) => Tracker<Events> & Closable;
