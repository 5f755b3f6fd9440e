import { jsonOf, parsed } from "./json.js";
/** Events of the same group may share a request. What may be a repeat, and what is about the person, goes alone. */
export const groupOf = ({ id, type, uniqueId, identity }) => type === 'track' && !uniqueId ? jsonOf(identity) : id;
/** The range of a `Date` (ECMAScript, section 21.4.1.1), in milliseconds either side of 1970. */
export const LAST_DATE = 8.64e15;
/** Tells whether something, which anybody may have stored, is an event. */
export const isEvent = (event) => typeof event?.id === 'string' &&
    typeof event.time === 'number' &&
    Math.abs(event.time) <= LAST_DATE &&
    !!event.identity &&
    !!event.properties;
/** The events of a record; none where something else was found. */
export const eventsIn = (json) => {
    const events = Object.values(parsed(json));
    return events.every(isEvent) ? events : [];
};
