import { timeOfId } from "../core/id.js";
import { countIn } from "../core/record-key.js";
import { eventsIn } from "../core/stored-event.js";
import { createBatch } from "./batch.js";
/**
 * Reads what was chosen, oldest first, as much as fits into one request. Removes what is not to be sent: what cannot be
 * read, what is older than `oldest`, and every repeat where the vendor could not know it again.
 */
export const gather = async (t, destination, { keys: chosen, isRepeat }, oldest) => {
    const { events, takes } = createBatch(destination, destination.limits.bytes);
    const keys = [];
    const ended = [];
    const records = chosen.map(async (key) => [key, await t.get(key)]);
    for (const [key, json] of await Promise.all(records)) {
        const its = eventsIn(json);
        const [first] = its;
        const isWhole = first && its.length === countIn(key);
        const reason = !isWhole
            ? 'unreadable'
            : timeOfId(first.id) < oldest
                ? 'expired'
                : isRepeat && destination.assumeDelivered && 'delivered';
        if (reason) {
            t.remove(key);
            ended.push([reason, countIn(key)]);
        }
        else if (takes(json, its))
            keys.push(key);
        else
            break;
    }
    return { keys, events, ended };
};
