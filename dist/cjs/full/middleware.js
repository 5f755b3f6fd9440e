"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.applied = void 0;
const json_ts_1 = require("../core/json.js");
const isDraft = (given) => typeof given?.name === 'string' && typeof given.properties === 'object' && given.properties !== null;
/**
 * Applies the site's middleware to an event. When the middleware throws, or returns something else, the event goes on
 * unchanged: a mistake in it must not cost events.
 * @param report is called with the mistake.
 */
const applied = (event, before, report) => {
    if (!before)
        return event;
    let copy;
    try {
        copy = JSON.parse((0, json_ts_1.jsonOf)({ ...event, properties: event.properties ?? {} }));
    }
    catch {
        // The event cannot be serialised: it is refused and reported when it is stored.
        return event;
    }
    // `before` expects a name and properties, so an event without them does not reach it.
    if (!isDraft(copy))
        return event;
    const untouched = (0, json_ts_1.jsonOf)(copy.properties);
    try {
        const made = before(copy);
        if (made === null)
            return null;
        if (isDraft(made))
            return { type: event.type, name: made.name, properties: made.properties };
        report(`before has returned ${typeof made}; expected an event or null; the event goes as it was`);
    }
    catch (error) {
        report(`before has thrown: ${error}; the event goes as it was`);
    }
    return { ...event, properties: JSON.parse(untouched) };
};
exports.applied = applied;
