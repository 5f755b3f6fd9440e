"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.holding = void 0;
const id_ts_1 = require("./id.js");
const json_ts_1 = require("./json.js");
const record_key_ts_1 = require("./record-key.js");
const stored_event_ts_1 = require("./stored-event.js");
/** Most records that one transaction releases. */
const MOST = 200;
/**
 * Keeps the events that the vendor would refuse among the held records. Held records are counted and evicted as all
 * records are, but never chosen for sending.
 *
 * When an event of an identified person is about to be sent, the events that were held under the same anonymous id
 * become that person's, and new. Their record changes, which no record may between attempts: but this one was never
 * attempted.
 *
 * A page that is left may write a note of events that were released a moment ago. The note overwrites the released
 * record, under the same key. Until the record is sent, its events count as events of the person who is about to be
 * sent; then the mark tells pages that the record was taken.
 * @param knows tells whether the vendor would know the person of these events.
 */
const holding = (knows) => ({
    heldKeyOf({ key, json }) {
        const [first] = (0, stored_event_ts_1.eventsIn)(json);
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
            const its = (0, stored_event_ts_1.eventsIn)(await records.get(held));
            records.remove(held);
            records.put(key, (0, json_ts_1.jsonOf)(its.map((event) => ({ ...event, ...(identity && { identity }) }))));
        }
        return !!released[0];
    },
});
exports.holding = holding;
