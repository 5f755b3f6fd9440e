"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createTracker = void 0;
const closing_ts_1 = require("../closing.js");
const switches_ts_1 = require("../switches.js");
const adoptions_ts_1 = require("../vendors/listed/adoptions.js");
const world_ts_1 = require("../world.js");
const full_client_ts_1 = require("./full-client.js");
const full_options_ts_1 = require("./full-options.js");
const inert_full_tracker_ts_1 = require("./inert-full-tracker.js");
/**
 * Starts a tracker with consent, middleware and a shared identity; a page needs one. The returned tracker does nothing
 * on a server; when `enabled` is `false`; when no destination has its key; and in a test whose destinations have no
 * `endpoint`. The console says once why.
 * @throws {TypeError} when an option is wrong; the message names the option. No later call throws.
 * @example
 * const track = createTracker({ destinations: [klaviyo({ companyId: 'AbC123' })], consent: 'required' })
 * track.consent('granted')
 */
const createTracker = (given) => {
    const { options, off } = (0, switches_ts_1.startable)(given);
    if (!options)
        return (0, inert_full_tracker_ts_1.inertFullTracker)(off);
    if (typeof document === 'undefined') {
        (0, full_options_ts_1.fullConfigOf)(options);
        return (0, inert_full_tracker_ts_1.inertFullTracker)();
    }
    const { world, close } = (0, closing_ts_1.createClosing)((0, world_ts_1.browserWorld)());
    return Object.assign((0, full_client_ts_1.createFullClient)(options, adoptions_ts_1.ADOPTIONS, world).track, { close });
};
exports.createTracker = createTracker;
