import { configOf, queuesOf } from "../../config.js";
import { placeIn } from "../../core/record-key.js";
import { placeOf, sharedPlaceOf } from "../../person.js";
import { vendorVisitor } from "../../vendors/adoption.js";
import { pageTraces } from "../visitor/page-traces.js";
import { createVendorWatch, VENDOR } from "../visitor/vendor-watch.js";
import { createVisitor } from "../visitor/visitor.js";
import { forgetDestination } from "./forget-destination.js";
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
export const createBegin = (options, adoptions, createClient) => (destinations, gate, cookie, onBegin) => {
    const store = gate.world.openStore();
    const config = configOf({ ...options, destinations });
    const { whoIsIt } = createVisitor({
        ...gate.world,
        store,
        cookie,
        shared: sharedPlaceOf(config.namespace),
        people: queuesOf(config).map(placeOf),
        named: vendorVisitor(adoptions, destinations, pageTraces()).anonymousId,
        whenIdle: (run) => whenIdle(() => gate.isOpen() && run()),
    });
    const all = queuesOf(configOf(options));
    options.destinations.forEach((destination, index) => {
        if (!destinations.includes(destination))
            forgetDestination(all[index], gate.world.area, store);
    });
    return whoIsIt((area) => {
        if (!gate.isOpen())
            return;
        const client = createClient({ ...options, destinations }, { ...gate.world, area });
        const { identify, look } = createVendorWatch({
            client,
            adoptions,
            destinations,
            place: placeIn(VENDOR, config.namespace),
            area,
            traces: pageTraces,
            now: gate.world.now,
        });
        client.track.identify = identify;
        look();
        onBegin({ gate, store, client, look });
    });
};
