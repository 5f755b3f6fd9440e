import { createFullClient } from "./full-client.js";
import { fullConfigOf } from "./full-options.js";
import { inertFullTracker } from "./inert-full-tracker.js";
/**
 * Starts a tracker with consent, middleware and a shared identity: one for a page. On a server it does nothing.
 * @throws {TypeError} when an option is wrong; the message names it. Nothing throws after that.
 * @example
 * const track = createTracker({ destinations: [klaviyo({ companyId: 'AbC123' })], consent: 'required' })
 * track.consent('granted')
 */
export const createTracker = (options) => {
    // Which events there are is the compiler's business alone.
    if (typeof document !== 'undefined')
        return createFullClient(options).track;
    fullConfigOf(options);
    return inertFullTracker();
};
