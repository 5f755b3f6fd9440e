import type { Closable } from '../closable.ts';
import { type Switches } from '../switches.ts';
import type { AnyEvents } from '../tracker.ts';
import { type FullOptions } from './full-options.ts';
import type { FullTracker } from './full-tracker.ts';
/**
 * Starts a tracker with consent, middleware and a shared identity; a page needs one. The returned tracker does nothing
 * on a server; when `enabled` is `false`; when no destination has its key; and in a test whose destinations have no
 * `endpoint`. The console says once why.
 * @throws {TypeError} when an option is wrong; the message names the option. No later call throws.
 * @example
 * const track = createTracker({ destinations: [klaviyo({ companyId: 'AbC123' })], consent: 'required' })
 * track.consent('granted')
 */
export declare const createTracker: <Events extends object = AnyEvents>(given: FullOptions & Switches) => FullTracker<Events> & Closable;
