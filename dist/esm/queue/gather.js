import { eventsIn } from "../core/event.js";
import { timeOfId } from "../core/id.js";
import { countIn } from "../core/record-key.js";
/**
 * Reads records, oldest first, for as long as they are taken; returns the keys of those. Removes what is not to be
 * sent: what cannot be read, what is older than `oldest`, and all that can be read where `isAssumed`.
 */
export const gather = async (t, keys, takes, oldest, isAssumed, onEnd) => {
    const taken = [];
    const records = keys.map(async (key) => [key, await t.get(key)]);
    for (const [key, json] of await Promise.all(records)) {
        const events = eventsIn(json);
        const [first] = events;
        const isWhole = first && events.length === countIn(key);
        const reason = !isWhole
            ? 'unreadable'
            : timeOfId(first.id) < oldest
                ? 'expired'
                : isAssumed && 'delivered';
        if (reason) {
            t.remove(key);
            onEnd(reason, countIn(key));
        }
        else if (takes(json, events))
            taken.push(key);
        else
            return taken;
    }
    return taken;
};
