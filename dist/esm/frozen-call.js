import { LAST_DATE } from "./core/event.js";
import { jsonOf } from "./core/json.js";
import { own } from "./core/options.js";
import { idOf } from "./core/placeholder.js";
/** The limit of an event's properties as JSON. It keeps a chunk below what one request may carry. */
const MAX_CHARS = 64_000;
export const EXPECTED = 'event dropped: expected a name, JSON properties (64,000 characters at most), a valid time';
/**
 * Returns the event of a call as JSON, so that later changes by the page do not reach it. The person is not part of it,
 * since each account knows the person in its own way.
 * @param time of the event, unless the call's options name another.
 * @returns the event, without a group where events of one person may share a record; or nothing where the call cannot
 * be sent, whatever the page's own getters, cycles and BigInts do.
 */
export const frozenCall = ({ type, name, properties, options }, id, time) => {
    try {
        // Most calls have no options. A text must not be read as options either: its ten million characters would be as
        // many properties.
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
        // The check reads the properties as a `toJSON` has made them. The braces come first, so that a list of such objects
        // is refused.
        const isSound = name && typeof name === 'string' && json.startsWith('{"properties":{') && json.length <= MAX_CHARS;
        if (!isSound || !(Math.abs(event.time) <= LAST_DATE))
            return;
        return { id, json, group: type === 'track' && !uniqueId ? '' : id };
    }
    catch {
        // A getter or a `toJSON` of the page has thrown: this event is lost, and no other.
        return;
    }
};
