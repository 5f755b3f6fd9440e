"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.gather = void 0;
const id_ts_1 = require("../core/id.js");
const record_key_ts_1 = require("../core/record-key.js");
const stored_event_ts_1 = require("../core/stored-event.js");
const batch_ts_1 = require("./batch.js");
/**
 * Reads what was chosen, oldest first, as much as fits into one request. Removes what is not to be sent: what cannot be
 * read, what is older than `oldest`, and every repeat where the vendor could not know it again.
 */
const gather = async (t, destination, { keys: chosen, isRepeat }, oldest) => {
    const { events, takes } = (0, batch_ts_1.createBatch)(destination, destination.limits.bytes);
    const keys = [];
    const ended = [];
    const records = chosen.map(async (key) => [key, await t.get(key)]);
    for (const [key, json] of await Promise.all(records)) {
        const its = (0, stored_event_ts_1.eventsIn)(json);
        const [first] = its;
        const isWhole = first && its.length === (0, record_key_ts_1.countIn)(key);
        const reason = !isWhole
            ? 'unreadable'
            : (0, id_ts_1.timeOfId)(first.id) < oldest
                ? 'expired'
                : isRepeat && destination.assumeDelivered && 'delivered';
        if (reason) {
            t.remove(key);
            ended.push([reason, (0, record_key_ts_1.countIn)(key)]);
        }
        else if (takes(json, its))
            keys.push(key);
        else
            break;
    }
    return { keys, events, ended };
};
exports.gather = gather;
