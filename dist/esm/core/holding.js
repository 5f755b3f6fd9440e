import { timeOfId } from "./id.js";
import { jsonOf } from "./json.js";
import { countIn, firstIdIn, heldKeyOf, heldOf, newOf } from "./record-key.js";
import { eventsIn } from "./stored-event.js";
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
export const holding = (knows) => ({
    heldKeyOf({ key, json }) {
        const [first] = eventsIn(json);
        return first && !knows(first.identity) ? heldKeyOf(key, first.identity.anonymousId) : undefined;
    },
    async release(records, queue, events, oldest) {
        const known = events.filter(({ identity }) => knows(identity));
        const released = [];
        for (const held of await records.keys(heldOf(queue))) {
            const id = firstIdIn(held);
            const owner = known.find(({ identity }) => held.endsWith(`/${identity.anonymousId}`));
            if ((owner || timeOfId(id) < oldest) && released.length < MOST)
                released.push([held, `${newOf(queue)}${id}/${countIn(held)}`, owner?.identity]);
        }
        for (const [held, key, identity] of released) {
            const its = eventsIn(await records.get(held));
            records.remove(held);
            records.put(key, jsonOf(its.map((event) => ({ ...event, ...(identity && { identity }) }))));
        }
        return !!released[0];
    },
});
