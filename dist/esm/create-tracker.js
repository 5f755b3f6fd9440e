import { createClient } from "./client.js";
import { createClosing } from "./closing.js";
import { configOf } from "./config.js";
import { inertTracker } from "./inert-tracker.js";
import { startable } from "./switches.js";
import { browserWorld } from "./world.js";
/**
 * Starts a tracker: one for a page. On a server, where there is no page, it does nothing; nor does it when it is switched off,
 * when no destination has its key, and in a test, unless that names an `endpoint`: then it says so once.
 * @throws {TypeError} when an option is wrong; the message names it. Nothing throws after that.
 * @example
 * const track = createTracker({ destinations: [klaviyo({ companyId: 'AbC123' })] })
 * track('Viewed Product', { sku: 'A-1' })
 */
export const createTracker = (given) => {
    const { options, off } = startable(given);
    if (!options)
        return inertTracker(off);
    if (typeof document === 'undefined') {
        configOf(options);
        return inertTracker();
    }
    const { world, close } = createClosing(browserWorld());
    return Object.assign(createClient(options, world).track, { close });
};
