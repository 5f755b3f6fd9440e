import { eventsIn } from "./event.js";
import { timeOfId } from "./id.js";
import { jsonOf, parsed } from "./json.js";
/** Records that are released in one transaction. */
const MOST = 200;
/**
 * Holds what the vendor would refuse, at `<name>/e/held/<first id>/<count>/<anonymous id>`: counted and evicted as
 * everything under `<name>/e/`, and never chosen for sending.
 *
 * When an event of an identified person is about to be sent, what was held under the same anonymous id becomes that
 * person's, and new. Its record changes, which no event's may between attempts: but it was never attempted.
 * @param name the destination's.
 * @param knows whether the vendor would know whose these events are.
 */
export const holding = (name, knows) => ({
    heldKeyOf(key, eventJson) {
        const { identity } = parsed(eventJson);
        return !identity || knows(identity)
            ? undefined
            : `${key.replace('/new/', '/held/')}/${identity.anonymousId}`;
    },
    async release(records, events, oldest, mark, hasNews, lose) {
        const people = new Map();
        for (const { identity } of events)
            if (knows(identity) && !people.has(identity.anonymousId))
                people.set(identity.anonymousId, identity);
        const released = [];
        for (const held of await records.keys(`${name}/e/held/`)) {
            const [, , , id = '', count, anonymousId] = held.split('/');
            const identity = people.get(anonymousId);
            if (timeOfId(id) < oldest)
                lose(held, 'expired');
            else if (identity && released.length < MOST)
                released.push([held, `${name}/e/new/${id}/${count}`, identity]);
        }
        for (const [, key] of released)
            mark(key);
        if (!released[0] || hasNews())
            return !!released[0];
        for (const [held, key, identity] of released) {
            const its = eventsIn(await records.get(held));
            records.remove(held);
            records.put(key, jsonOf(its.map((event) => ({ ...event, identity }))));
        }
        return true;
    },
});
