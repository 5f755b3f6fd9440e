import { createClient } from "./client.js";
import { configOf } from "./config.js";
import { inertTracker } from "./inert-tracker.js";
/**
 * Starts a tracker: one for a page. On a server, where there is no page, it does nothing.
 * @throws {TypeError} when an option is wrong; the message names it. Nothing throws after that.
 * @example
 * const track = createTracker({ destinations: [klaviyo({ companyId: 'AbC123' })] })
 * track('Viewed Product', { sku: 'A-1' })
 */
export const createTracker = (options) => {
    // Which events there are is the compiler's business alone.
    if (typeof document !== 'undefined')
        return createClient(options).track;
    configOf(options);
    return inertTracker();
};
