import { type TrackerOptions } from './config.ts';
import type { AnyEvents, Tracker } from './tracker.ts';
/**
 * Starts a tracker: one for a page. On a server, where there is no page, it does nothing.
 * @throws {TypeError} when an option is wrong; the message names it. Nothing throws after that.
 * @example
 * const track = createTracker({ destinations: [klaviyo({ companyId: 'AbC123' })] })
 * track('Viewed Product', { sku: 'A-1' })
 */
export declare const createTracker: <Events extends object = AnyEvents>(options: TrackerOptions) => Tracker<Events>;
