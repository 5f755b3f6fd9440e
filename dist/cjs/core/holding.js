"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.holding = void 0;
const event_ts_1 = require("./event.js");
const id_ts_1 = require("./id.js");
const json_ts_1 = require("./json.js");
const record_key_ts_1 = require("./record-key.js");
/** Records that are released in one transaction. */
const MOST = 200;
/**
 * Holds what the vendor would refuse among the held records: counted and evicted as all records, and never chosen for
 * sending.
 *
 * When an event of an identified person is about to be sent, what was held under the same anonymous id becomes that
 * person's, and new. Its record changes, which no event's may between attempts: but it was never attempted.
 *
 * A page that is left may note once more what was released a moment ago. That is put over it, under the same key: until
 * it is sent, it is among the events of whoever is about to send it; and then the mark tells pages that it was taken.
 * @param knows whether the vendor would know whose these events are.
 */
const holding = (knows) => ({
    heldKeyOf({ key, json }) {
        const [first] = (0, event_ts_1.eventsIn)(json);
        return first && !knows(first.identity) ? (0, record_key_ts_1.heldKeyOf)(key, first.identity.anonymousId) : undefined;
    },
    async release(records, queue, events, oldest) {
        const known = events.filter(({ identity }) => knows(identity));
        const released = [];
        for (const held of await records.keys((0, record_key_ts_1.heldOf)(queue))) {
            const id = (0, record_key_ts_1.firstIdIn)(held);
            const owner = known.find(({ identity }) => held.endsWith(`/${identity.anonymousId}`));
            if ((owner || (0, id_ts_1.timeOfId)(id) < oldest) && released.length < MOST)
                released.push([held, `${(0, record_key_ts_1.newOf)(queue)}${id}/${(0, record_key_ts_1.countIn)(held)}`, owner?.identity]);
        }
        for (const [held, key, identity] of released) {
            const its = (0, event_ts_1.eventsIn)(await records.get(held));
            records.remove(held);
            records.put(key, (0, json_ts_1.jsonOf)(its.map((event) => ({ ...event, ...(identity && { identity }) }))));
        }
        return !!released[0];
    },
});
exports.holding = holding;
