import { LAST_DATE } from "./event.js";
import { jsonOf, parsed } from "./json.js";
/** Tells whether a stored value, which any script may have written, is an event. */
export const isEvent = (event) => typeof event?.id === 'string' &&
    typeof event.time === 'number' &&
    Math.abs(event.time) <= LAST_DATE &&
    !!event.identity &&
    !!event.properties;
/** Returns the events of a record; an empty list where the record holds something else. */
export const eventsIn = (json) => {
    const events = Object.values(parsed(json));
    return events.every(isEvent) ? events : [];
};
/**
 * Returns the group of an event. Events of one group may share a request. An event that may be a repeat, or that is
 * about the person, has a group of its own.
 */
export const groupOf = ({ id, type, uniqueId, identity }) => type === 'track' && !uniqueId ? jsonOf(identity) : id;
