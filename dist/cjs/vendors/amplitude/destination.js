"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.amplitude = void 0;
const id_ts_1 = require("../../core/id.js");
const json_ts_1 = require("../../core/json.js");
const options_ts_1 = require("../../core/options.js");
const outcome_ts_1 = require("../../core/outcome.js");
const plausible_time_ts_1 = require("../plausible-time.js");
/** The vendor takes "fewer than 2000 events", "below 1 MB" (amplitude.com/docs, "HTTP V2 API"); `/batch` takes more. */
const MAX_EVENTS = 1_000;
const MAX_BYTES = 900_000;
/** `/2/httpapi` throttles a device with more events than this in a second; `/batch` takes 1,000 of them. */
const MANY = 30;
/** The limit of `/batch` is 1,000 events of one device a second, which is one request. */
const REQUEST_MS = 1_000;
const SINGLE_MS = 100;
/** The growth of events with few properties, for which the vendor's own fields are long. */
const SWELL = 1.5;
const BURST_MS = 2_000;
/** "Wait for 30 seconds" is the vendor's advice when events are throttled. */
const THROTTLED_MS = 30_000;
const FORMS = {
    key: [/^([\da-f]{32})?$/i, '32 hex digits'],
    endpoint: options_ts_1.ENDPOINT,
};
/**
 * Sends events to Amplitude's HTTP V2 API, or for more than 30 events at a time to its batch API: both take the
 * project's public key.
 *
 * The vendor recognises repeats by device and `insert_id` for seven days, and names the events that it does not take by
 * their index. `Viewed Page` is sent as `[Amplitude] Page Viewed`. Source: amplitude.com/docs, "HTTP V2 API" and "Batch
 * event upload".
 * @throws {TypeError} when an option is malformed or unknown.
 * @example
 * createTracker({ destinations: [amplitude({ key: '0123…' })] })
 */
const amplitude = (options) => {
    const { key, endpoint } = (0, options_ts_1.own)(options);
    const readiness = (0, options_ts_1.checkOptions)('amplitude', options, FORMS, 'never the private key');
    return {
        name: 'amplitude',
        account: `${key}`,
        ...readiness,
        options,
        mixes: true,
        limits: { events: MAX_EVENTS, bytes: MAX_BYTES, burstMs: BURST_MS, swell: SWELL },
        encode(events, _attempt, now = (0, id_ts_1.timeOfId)(`${events.at(-1)?.id}`)) {
            const taken = events.slice(0, MAX_EVENTS);
            const isMany = !!taken[MANY];
            return {
                url: `${(endpoint || 'https://api2.amplitude.com').replace(/\/$/, '')}${isMany ? '/batch' : '/2/httpapi'}`,
                headers: { 'content-type': 'application/json' },
                body: (0, json_ts_1.jsonOf)({
                    api_key: key,
                    events: taken.map((event) => eventOf(event, now)),
                    // "Ids have at least 5 characters" unless a request says otherwise.
                    options: { min_id_length: 1 },
                }),
                events: taken,
                costMs: isMany ? REQUEST_MS : SINGLE_MS,
            };
        },
        interpret(events, { status, body, retryAfterMs }) {
            const answer = (0, json_ts_1.parsed)(body);
            const { code, error } = answer;
            if (status === 200 && code === 200)
                return events.map(() => ({ type: 'delivered' }));
            const detail = (0, outcome_ts_1.wordsOf)(body);
            if (status === 400 && typeof error === 'string' && /api.?key/i.test(error))
                return events.map(() => ({ type: 'retry', reason: 'paused', detail }));
            const isThrottled = status === 429 && code === 429;
            const failure = (0, outcome_ts_1.failureOf)(status, retryAfterMs ?? (isThrottled ? THROTTLED_MS : undefined));
            const refused = refusedIn(answer);
            return events.map((event, index) => {
                const { userId = '', anonymousId } = event.identity;
                const isOver = (0, options_ts_1.own)(answer.exceeded_daily_quota_users ?? {})[userId] ||
                    (0, options_ts_1.own)(answer.exceeded_daily_quota_devices ?? {})[anonymousId];
                if (isThrottled ? isOver : status === 400 && refused.has(index))
                    return { type: 'dropped', reason: 'refused', detail };
                return failure ?? (refused.size ? { type: 'retry', reason: 'together' } : (0, outcome_ts_1.refusalOf)(events, body));
            });
        },
    };
};
exports.amplitude = amplitude;
/** Returns the indices of the events that the vendor does not take: `{ "time": [0, 3] }`. */
const refusedIn = (answer) => new Set([
    answer.events_with_invalid_fields,
    answer.events_with_missing_fields,
    answer.events_with_invalid_id_lengths,
    { silenced: answer.silenced_events ?? [] },
].flatMap((fields) => Object.values({ ...fields }).flat()));
const eventOf = ({ id, uniqueId, type, name, time, properties, identity }, now) => {
    const { anonymousId: device_id, userId: user_id, email, phone } = identity;
    const { $unset = [], ...traits } = properties;
    const event = {
        user_id,
        device_id,
        // The time is in milliseconds; without one, the vendor takes the time of receipt.
        time: (0, plausible_time_ts_1.believedTime)(id, time, now),
        insert_id: uniqueId ? `${name} ${uniqueId}` : id,
        library: 'sendoff',
    };
    if (type === 'track')
        return {
            event_type: name === 'Viewed Page' ? '[Amplitude] Page Viewed' : name,
            ...event,
            event_properties: properties,
        };
    const erased = [$unset].flat().map((trait) => [trait, '-']);
    return {
        event_type: '$identify',
        ...event,
        user_properties: {
            $set: { email, phone, ...traits },
            ...(erased[0] && { $unset: Object.fromEntries(erased) }),
        },
    };
};
