import { LAST_DATE } from "./core/event.js";
import { jsonOf } from "./core/json.js";
import { own } from "./core/options.js";
import { idOf } from "./core/placeholder.js";
/** Of an event's properties, as JSON: with it, a chunk never exceeds what a request may carry. */
const MAX_CHARS = 64_000;
export const EXPECTED = 'event dropped: expected a name, JSON properties (64,000 characters at most), a valid time';
/**
 * The event of a call as JSON, but for the person, whom each account knows in its own way. What the page changes later does not
 * reach it.
 * @param time of the event, unless the call says another.
 * @returns without a group where those of one person may share a record; nothing where the call is none that can be sent:
 * whatever the page's own getters, cycles and BigInts do.
 */
export const frozenCall = ({ type, name, properties, options }, id, time) => {
    try {
        // Most calls have no options. A text has none either: its ten million characters would be as many properties.
        const said = typeof options === 'object' ? own(options) : undefined;
        const uniqueId = (said && idOf(said.id)) || undefined;
        const event = {
            properties: properties ?? {},
            id,
            type,
            name,
            time: Number(said?.time ?? time),
            uniqueId,
        };
        const json = jsonOf(event);
        // Whatever a `toJSON` has made of them; they come first, so that a list of such objects is none.
        const isSound = name && typeof name === 'string' && json.startsWith('{"properties":{') && json.length <= MAX_CHARS;
        if (!isSound || !(Math.abs(event.time) <= LAST_DATE))
            return;
        return { id, json, group: type === 'track' && !uniqueId ? '' : id };
    }
    catch {
        // Only this event is lost.
        return;
    }
};
