import { createClient } from "../../client.js";
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
 * Lets a tracker begin as soon as it is known who the visitor is: at once where localStorage or the cookie says so, else when
 * the database has answered.
 * @returns a way to begin without that answer, for a page that is left.
 */
export const beginLife = ({ options, destinations, adoptions, gate, cookie, onBegin, }) => {
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
        const vendors = createVendorWatch({
            client,
            adoptions,
            destinations,
            place: placeIn(VENDOR, config.namespace),
            area,
            traces: pageTraces,
            now: gate.world.now,
        });
        client.track.identify = vendors.identify;
        vendors.look();
        onBegin({ gate, store, client, vendors });
    });
};
