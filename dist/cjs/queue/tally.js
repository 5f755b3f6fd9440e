"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.tally = void 0;
const record_key_ts_1 = require("../core/record-key.js");
const pages_ts_1 = require("../store/pages.js");
/** How many events these records hold, and the key of the oldest one. */
const tally = async (t, prefix) => {
    let events = 0;
    let oldest = '';
    for await (const keys of (0, pages_ts_1.pagesOf)(t, prefix)) {
        events += (0, record_key_ts_1.countAll)(keys);
        oldest ||= keys[0] ?? '';
    }
    return { events, oldest };
};
exports.tally = tally;
