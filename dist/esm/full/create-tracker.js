import { createClosing } from "../closing.js";
import { startable } from "../switches.js";
import { ADOPTIONS } from "../vendors/listed/adoptions.js";
import { browserWorld } from "../world.js";
import { createFullClient } from "./full-client.js";
import { fullConfigOf } from "./full-options.js";
import { inertFullTracker } from "./inert-full-tracker.js";
/**
 * Starts a tracker with consent, middleware and a shared identity; a page needs one. The returned tracker does nothing
 * on a server; when `enabled` is `false`; when no destination has its key; and in a test whose destinations have no
 * `endpoint`. The console says once why.
 * @throws {TypeError} when an option is wrong; the message names the option. No later call throws.
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
