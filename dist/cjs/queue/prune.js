"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.prune = void 0;
const record_key_ts_1 = require("../core/record-key.js");
const shared_state_ts_1 = require("./shared-state.js");
/**
 * Removes, and counts, the oldest where more than `maxEvents` wait. What is on its way does not wait,
 * and may be delivered.
 */
const prune = async (t, state, { queue, maxEvents }, onLoss) => {
    const keys = await t.keys((0, record_key_ts_1.recordsOf)(queue));
    const most = (0, record_key_ts_1.countAll)(keys) - (0, record_key_ts_1.countAll)(state.sending) - maxEvents;
    let events = 0;
    // In this order: a hundred thousand may wait, and a thousand be on their way.
    for (const key of keys)
        if (most > events && !state.sending.includes(key)) {
            t.remove(key);
            events += (0, record_key_ts_1.countIn)(key);
            (0, shared_state_ts_1.count)(state, 'evicted', (0, record_key_ts_1.countIn)(key));
        }
    if (events)
        onLoss('evicted', events);
};
exports.prune = prune;
