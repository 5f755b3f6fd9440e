"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.inertFullTracker = void 0;
const inert_tracker_ts_1 = require("../inert-tracker.js");
/**
 * Makes the tracker for server-side rendering and for a page that a program visits: it stores nothing and sends
 * nothing.
 */
const inertFullTracker = (why) => {
    const track = (0, inert_tracker_ts_1.inertTracker)(why);
    const { status: bare } = track;
    const status = async () => ({ ...(await bare()), filtered: 0, consent: 0 });
    return Object.assign(track, {
        page: () => track(''),
        consent: () => undefined,
        erase: async () => undefined,
        rejected: Object.assign(async () => [], { retry: async () => 0, clear: async () => 0 }),
        flush: status,
        status,
    });
};
exports.inertFullTracker = inertFullTracker;
