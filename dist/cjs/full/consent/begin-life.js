"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createBegin = void 0;
const config_ts_1 = require("../../config.js");
const record_key_ts_1 = require("../../core/record-key.js");
const person_ts_1 = require("../../person.js");
const adoption_ts_1 = require("../../vendors/adoption.js");
const page_traces_ts_1 = require("../visitor/page-traces.js");
const vendor_watch_ts_1 = require("../visitor/vendor-watch.js");
const visitor_ts_1 = require("../visitor/visitor.js");
const forget_destination_ts_1 = require("./forget-destination.js");
const whenIdle = (run) => {
    if (typeof requestIdleCallback === 'function')
        requestIdleCallback(run);
    else
        setTimeout(run);
};
/**
 * Makes the function that starts a tracker as soon as the visitor's identity is known: at once where localStorage or the
 * cookie tells it, otherwise when the database has answered.
 */
const createBegin = (options, adoptions, createClient) => (destinations, gate, cookie, onBegin) => {
    const store = gate.world.openStore();
    const config = (0, config_ts_1.configOf)({ ...options, destinations });
    const { whoIsIt } = (0, visitor_ts_1.createVisitor)({
        ...gate.world,
        store,
        cookie,
        shared: (0, person_ts_1.sharedPlaceOf)(config.namespace),
        people: (0, config_ts_1.queuesOf)(config).map(person_ts_1.placeOf),
        named: (0, adoption_ts_1.vendorVisitor)(adoptions, destinations, (0, page_traces_ts_1.pageTraces)()).anonymousId,
        whenIdle: (run) => whenIdle(() => gate.isOpen() && run()),
    });
    const all = (0, config_ts_1.queuesOf)((0, config_ts_1.configOf)(options));
    options.destinations.forEach((destination, index) => {
        if (!destinations.includes(destination))
            (0, forget_destination_ts_1.forgetDestination)(all[index], gate.world.area, store);
    });
    return whoIsIt((area) => {
        if (!gate.isOpen())
            return;
        const client = createClient({ ...options, destinations }, { ...gate.world, area });
        const { identify, look } = (0, vendor_watch_ts_1.createVendorWatch)({
            client,
            adoptions,
            destinations,
            place: (0, record_key_ts_1.placeIn)(vendor_watch_ts_1.VENDOR, config.namespace),
            area,
            traces: page_traces_ts_1.pageTraces,
            now: gate.world.now,
        });
        client.track.identify = identify;
        look();
        onBegin({ gate, store, client, look });
    });
};
exports.createBegin = createBegin;
