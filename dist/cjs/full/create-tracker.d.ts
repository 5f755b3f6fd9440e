import { type Closable } from '../closing.ts';
import { type Switches } from '../switches.ts';
import type { AnyEvents } from '../tracker.ts';
import { type FullOptions } from './full-options.ts';
import type { FullTracker } from './full-tracker.ts';
/**
 * Starts a tracker with consent, middleware and a shared identity: one for a page. On a server it does nothing; nor does it
 * when it is switched off, when no destination has its key, and in a test, unless that names an `endpoint`.
 * @throws {TypeError} when an option is wrong; the message names it. Nothing throws after that.
 * @example
 * const track = createTracker({ destinations: [klaviyo({ companyId: 'AbC123' })], consent: 'required' })
 * track.consent('granted')
 */
export declare const createTracker: <Events extends object = AnyEvents>(given: FullOptions & Switches) => FullTracker<Events> & Closable;
