"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createTracker = void 0;
const client_ts_1 = require("./client.js");
const closing_ts_1 = require("./closing.js");
const config_ts_1 = require("./config.js");
const inert_tracker_ts_1 = require("./inert-tracker.js");
const switches_ts_1 = require("./switches.js");
const world_ts_1 = require("./world.js");
/**
 * Starts a tracker; a page needs one. The returned tracker does nothing on a server, where there is no page; when
 * `enabled` is `false`; when no destination has its key; and in a test whose destinations have no `endpoint`. The
 * console says once why.
 * @throws {TypeError} when an option is wrong; the message names the option. No later call throws.
 * @example
 * const track = createTracker({ destinations: [klaviyo({ companyId: 'AbC123' })] })
 * track('Viewed Product', { sku: 'A-1' })
 */
const createTracker = (given) => {
    const { options, off } = (0, switches_ts_1.startable)(given);
    if (!options)
        return (0, inert_tracker_ts_1.inertTracker)(off);
    if (typeof document === 'undefined') {
        (0, config_ts_1.configOf)(options);
        return (0, inert_tracker_ts_1.inertTracker)();
    }
    const { world, close } = (0, closing_ts_1.createClosing)((0, world_ts_1.browserWorld)());
    return Object.assign((0, client_ts_1.createClient)(options, world).track, { close });
};
exports.createTracker = createTracker;
