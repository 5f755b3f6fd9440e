import { createClosing } from "../closing.js";
import { startable } from "../switches.js";
import { ADOPTIONS } from "../vendors/listed/adoptions.js";
import { browserWorld } from "../world.js";
import { createFullClient } from "./full-client.js";
import { fullConfigOf } from "./full-options.js";
import { inertFullTracker } from "./inert-full-tracker.js";
/**
 * Starts a tracker with consent, middleware and a shared identity: one for a page. On a server it does nothing; nor does it
 * when it is switched off, when no destination has its key, and in a test, unless that names an `endpoint`.
 * @throws {TypeError} when an option is wrong; the message names it. Nothing throws after that.
 * @example
 * const track = createTracker({ destinations: [klaviyo({ companyId: 'AbC123' })], consent: 'required' })
 * track.consent('granted')
 */
export const createTracker = (given) => {
    const { options, off } = startable(given);
    if (!options)
        return inertFullTracker(off);
    if (typeof document === 'undefined') {
        fullConfigOf(options);
        return inertFullTracker();
    }
    const { world, close } = createClosing(browserWorld());
    return Object.assign(createFullClient(options, ADOPTIONS, world).track, { close });
};
