import type { Closable } from './closable.ts';
import { type TrackerOptions } from './config.ts';
import { type Switches } from './switches.ts';
import type { AnyEvents, Tracker } from './tracker.ts';
/**
 * Starts a tracker; a page needs one. The returned tracker does nothing on a server, where there is no page; when
 * `enabled` is `false`; when no destination has its key; and in a test whose destinations have no `endpoint`. The
 * console says once why.
 * @throws {TypeError} when an option is wrong; the message names the option. No later call throws.
 * @example
 * const track = createTracker({ destinations: [klaviyo({ companyId: 'AbC123' })] })
 * track('Viewed Product', { sku: 'A-1' })
 */
export declare const createTracker: <Events extends object = AnyEvents>(given: TrackerOptions & Switches) => Tracker<Events> & Closable;
