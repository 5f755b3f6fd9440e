import { createClient } from "./client.js";
import { createClosing } from "./closing.js";
import { configOf } from "./config.js";
import { inertTracker } from "./inert-tracker.js";
import { startable } from "./switches.js";
import { browserWorld } from "./world.js";
/**
 * Starts a tracker; a page needs one. The returned tracker does nothing on a server, where there is no page; when
 * `enabled` is `false`; when no destination has its key; and in a test whose destinations have no `endpoint`. The
 * console says once why.
 * @throws {TypeError} when an option is wrong; the message names the option. No later call throws.
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
