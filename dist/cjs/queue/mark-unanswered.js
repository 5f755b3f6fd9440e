"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.markUnanswered = void 0;
const record_key_ts_1 = require("../core/record-key.js");
/** Puts records where the vendor may have them. */
const markUnanswered = async (t, keys) => {
    for (const key of keys) {
        const json = await t.get(key);
        t.remove(key);
        if (json)
            t.put((0, record_key_ts_1.unansweredKeyOf)(key), json);
    }
};
exports.markUnanswered = markUnanswered;
