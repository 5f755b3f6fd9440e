"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.eventsIn = exports.isEvent = exports.LAST_DATE = exports.groupOf = void 0;
const json_ts_1 = require("./json.js");
/** Events of the same group may share a request. What may be a repeat, and what is about the person, goes alone. */
const groupOf = ({ id, type, uniqueId, identity }) => type === 'track' && !uniqueId ? (0, json_ts_1.jsonOf)(identity) : id;
exports.groupOf = groupOf;
/** The range of a `Date` (ECMAScript, section 21.4.1.1), in milliseconds either side of 1970. */
exports.LAST_DATE = 8.64e15;
/** Tells whether something, which anybody may have stored, is an event. */
const isEvent = (event) => typeof event?.id === 'string' &&
    typeof event.time === 'number' &&
    Math.abs(event.time) <= exports.LAST_DATE &&
    !!event.identity &&
    !!event.properties;
exports.isEvent = isEvent;
/** The events of a record; none where something else was found. */
const eventsIn = (json) => {
    const events = Object.values((0, json_ts_1.parsed)(json));
    return events.every(exports.isEvent) ? events : [];
};
exports.eventsIn = eventsIn;
