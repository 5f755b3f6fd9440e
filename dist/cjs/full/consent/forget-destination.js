"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.forgetDestination = void 0;
const forget_workers_ts_1 = require("./forget-workers.js");
/**
 * Removes the events that wait for a vendor that the visitor has opted out of. Resolves when they are gone; never
 * rejects.
 */
const forgetDestination = async (queue, area, store) => {
    for (const place of area.keys())
        if (place === `sendoff/${queue}` ||
            place === `sendoff-grant/${queue}` ||
            place.startsWith(`sendoff/${queue}/`))
            area.delete(place);
    await (0, forget_workers_ts_1.forgetWorkers)(queue);
    try {
        await store(async (t) => {
            for (const key of await t.keys(`${queue}/`))
                t.remove(key);
        });
    }
    catch {
        // The browser has no database, so nothing waits in it.
    }
};
exports.forgetDestination = forgetDestination;
