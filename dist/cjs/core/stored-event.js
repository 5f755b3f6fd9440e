"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.groupOf = exports.eventsIn = exports.isEvent = void 0;
const event_ts_1 = require("./event.js");
const json_ts_1 = require("./json.js");
/** Tells whether a stored value, which any script may have written, is an event. */
const isEvent = (event) => typeof event?.id === 'string' &&
    typeof event.time === 'number' &&
    Math.abs(event.time) <= event_ts_1.LAST_DATE &&
    !!event.identity &&
    !!event.properties;
exports.isEvent = isEvent;
/** Returns the events of a record; an empty list where the record holds something else. */
const eventsIn = (json) => {
    const events = Object.values((0, json_ts_1.parsed)(json));
    return events.every(exports.isEvent) ? events : [];
};
exports.eventsIn = eventsIn;
/**
 * Returns the group of an event. Events of one group may share a request. An event that may be a repeat, or that is
 * about the person, has a group of its own.
 */
const groupOf = ({ id, type, uniqueId, identity }) => type === 'track' && !uniqueId ? (0, json_ts_1.jsonOf)(identity) : id;
exports.groupOf = groupOf;
