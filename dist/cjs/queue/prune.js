"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.prune = void 0;
const record_key_ts_1 = require("../core/record-key.js");
const pages_ts_1 = require("../store/pages.js");
const shared_state_ts_1 = require("./shared-state.js");
const tally_ts_1 = require("./tally.js");
/**
 * Removes, and counts, the oldest where more than `maxEvents` wait. What is on its way does not wait,
 * and may be delivered.
 */
const prune = async (t, state, { queue, maxEvents }, onLoss) => {
    const prefix = (0, record_key_ts_1.recordsOf)(queue);
    const most = (await (0, tally_ts_1.tally)(t, prefix)).events - (0, record_key_ts_1.countAll)(state.sending) - maxEvents;
    let events = 0;
    for await (const keys of (0, pages_ts_1.pagesOf)(t, prefix)) {
        // In this order: a hundred thousand may wait, and a thousand be on their way.
        for (const key of keys)
            if (most > events && !state.sending.includes(key)) {
                t.remove(key);
                events += (0, record_key_ts_1.countIn)(key);
                (0, shared_state_ts_1.count)(state, 'evicted', (0, record_key_ts_1.countIn)(key));
            }
        if (most <= events)
            break;
    }
    if (events)
        onLoss('evicted', events);
};
exports.prune = prune;
