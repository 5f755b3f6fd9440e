"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.mixpanel = void 0;
const id_ts_1 = require("../../core/id.js");
const json_ts_1 = require("../../core/json.js");
const options_ts_1 = require("../../core/options.js");
const outcome_ts_1 = require("../../core/outcome.js");
const base64_ts_1 = require("../base64.js");
const plausible_time_ts_1 = require("../plausible-time.js");
const uuid_of_ts_1 = require("../uuid-of.js");
/**
 * "Up to 2000 events", 10 MB decompressed (docs.mixpanel.com, "Import events"); the vendor does not say what `/track`
 * takes.
 */
const MAX_EVENTS = 1_000;
const MAX_BYTES = 3_000_000;
/**
 * "2 GB a minute, about 30k events a second" is the limit of a project: five requests a second of one visitor are
 * modest.
 */
const REQUEST_MS = 200;
/** The growth of events with few properties, for which the vendor's own fields are long. */
const SWELL = 2.3;
const BURST_MS = 2_000;
/** "Events must be within the last 5 days" ("Track events"). */
const MAX_AGE_DAYS = 5;
/** An event that is dated back by more than this gets the time at which it was tracked. */
const MAX_BACK_MS = 2 * 86_400_000;
const FORMS = {
    key: [/^([\da-f]{32})?$/i, '32 hex digits'],
    endpoint: options_ts_1.ENDPOINT,
};
/**
 * Sends events to Mixpanel's `/track`, and traits of a person to `/engage`: both take the project's public token.
 *
 * Up to 1,000 events go in one request, without a preflight: it is a form, as the vendor's own library sends it. The
 * vendor recognises repeats by `$insert_id` with name, person and time. It refuses events that are older than five
 * days, so they are not sent. `Viewed Page` is sent as `$mp_web_page_view`. Source: docs.mixpanel.com, "Track events"
 * and "Import events".
 * @throws {TypeError} when an option is malformed, unknown, or a private key.
 * @example
 * createTracker({ destinations: [mixpanel({ key: '0123…' })] })
 */
const mixpanel = (options) => {
    const { key: token, endpoint } = (0, options_ts_1.own)(options);
    const readiness = (0, options_ts_1.checkOptions)('mixpanel', options, FORMS, 'never a private service account');
    const part = (path, events, list) => ({
        url: `${(endpoint || 'https://api-js.mixpanel.com').replace(/\/$/, '')}/${path}?verbose=1&ip=1`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        // Base64 makes the body a third longer; percent signs would make three characters of each quotation mark.
        body: `data=${encodeURIComponent((0, base64_ts_1.base64Of)((0, json_ts_1.jsonOf)(list)))}`,
        events,
        costMs: REQUEST_MS,
    });
    return {
        name: 'mixpanel',
        account: `${token}`,
        ...readiness,
        options,
        limits: {
            events: MAX_EVENTS,
            bytes: MAX_BYTES,
            burstMs: BURST_MS,
            swell: SWELL,
            maxAgeDays: MAX_AGE_DAYS,
        },
        encode(events, _attempt, now = (0, id_ts_1.timeOfId)(`${events.at(-1)?.id}`)) {
            const [first] = events;
            if (first.type === 'identify')
                return part('engage', [first], updatesOf(first, `${token}`));
            const taken = events.slice(0, MAX_EVENTS);
            return part('track', taken, taken.map((event) => eventOf(event, `${token}`, now)));
        },
        interpret(events, { status, body, retryAfterMs }) {
            // The answer is `{"status":1,"error":null}`, or `{"status":0,"error":"…"}` with 200 as well.
            const said = status === 200 ? (0, json_ts_1.parsed)(body).status : undefined;
            const outcome = said === 1
                ? { type: 'delivered' }
                : ((said === 0 ? undefined : (0, outcome_ts_1.failureOf)(status, retryAfterMs)) ?? (0, outcome_ts_1.refusalOf)(events, body));
            return events.map(() => outcome);
        },
    };
};
exports.mixpanel = mixpanel;
/** Returns the ids of a person as the vendor's simplified merging of ids wants them. */
const personOf = ({ anonymousId, userId }) => ({
    $device_id: anonymousId,
    $user_id: userId,
    distinct_id: userId ?? `$device:${anonymousId}`,
});
const eventOf = (event, token, now) => {
    const { id, uniqueId, name, properties, identity } = event;
    return {
        event: name === 'Viewed Page' ? '$mp_web_page_view' : name,
        properties: {
            ...properties,
            token,
            ...personOf(identity),
            // The time is in milliseconds; without one, the vendor takes the time of receipt. A time too far back would be
            // refused.
            time: [event.time, (0, id_ts_1.timeOfId)(id)].find((given) => (0, plausible_time_ts_1.isPlausible)(given, now) && given > (0, id_ts_1.timeOfId)(id) - MAX_BACK_MS),
            // "At most 36 letters, digits and hyphens".
            $insert_id: uniqueId ? (0, uuid_of_ts_1.uuidOf)(`${name}\n${uniqueId}`) : id,
            mp_lib: 'sendoff',
        },
    };
};
/** Returns a person's traits under the vendor's own names. */
const updatesOf = ({ properties, identity }, $token) => {
    const { $unset = [], firstName, lastName, name, ...traits } = properties;
    const { distinct_id: $distinct_id, ...ids } = personOf(identity);
    const its = { $token, $distinct_id, ...ids };
    const { email: $email, phone: $phone } = identity;
    const names = [$unset].flat();
    return [
        {
            ...its,
            $set: { $email, $phone, $first_name: firstName, $last_name: lastName, $name: name, ...traits },
        },
        ...(names[0] ? [{ ...its, $unset: names }] : []),
    ];
};
