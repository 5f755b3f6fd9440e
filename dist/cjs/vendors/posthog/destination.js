"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.posthog = void 0;
const id_ts_1 = require("../../core/id.js");
const json_ts_1 = require("../../core/json.js");
const options_ts_1 = require("../../core/options.js");
const outcome_ts_1 = require("../../core/outcome.js");
const plausible_time_ts_1 = require("../plausible-time.js");
const uuid_of_ts_1 = require("../uuid-of.js");
/** The body may have 20 MiB, and an event 1 MB (PostHog/posthog, rust/capture): this number is enough at a time. */
const MAX_EVENTS = 1_000;
const MAX_BYTES = 5_000_000;
/** The vendor states no rate: this is five requests a second. */
const REQUEST_MS = 200;
/** The growth of events with few properties, for which the vendor's own fields are long. */
const SWELL = 2;
const BURST_MS = 2_000;
const FORMS = {
    key: [/^(phc_\w{20,60})?$/, 'phc_ and letters and digits'],
    endpoint: options_ts_1.ENDPOINT,
};
/**
 * Sends events to PostHog's capture API (`/batch/`), which takes the project's public token.
 *
 * Up to 1,000 events of any people go in one request, without a preflight: the vendor does not look at the content
 * type. It recognises repeats by `uuid`, which is the event's id, or made from the site's own id. A visitor without a
 * user id gets no person profile, as with the vendor's own library. `Viewed Page` is sent as `$pageview`. Source:
 * PostHog/posthog, rust/capture.
 * @throws {TypeError} when an option is malformed, unknown, or a private key.
 * @example
 * createTracker({ destinations: [posthog({ key: 'phc_…' })] })
 */
const posthog = (options) => {
    const { key, endpoint } = (0, options_ts_1.own)(options);
    const readiness = (0, options_ts_1.checkOptions)('posthog', options, FORMS, 'never a private phx_ key');
    return {
        name: 'posthog',
        account: `${key}`,
        ...readiness,
        options,
        mixes: true,
        limits: { events: MAX_EVENTS, bytes: MAX_BYTES, burstMs: BURST_MS, swell: SWELL },
        encode(events, _attempt, now = (0, id_ts_1.timeOfId)(`${events.at(-1)?.id}`)) {
            const taken = events.slice(0, MAX_EVENTS);
            return {
                url: `${(endpoint || 'https://us.i.posthog.com').replace(/\/$/, '')}/batch/`,
                body: (0, json_ts_1.jsonOf)({
                    api_key: key,
                    batch: taken.map((event) => captureOf(event, now)),
                    sent_at: new Date(now).toISOString(),
                }),
                events: taken,
                costMs: REQUEST_MS,
            };
        },
        interpret(events, { status, body, retryAfterMs }) {
            const { status: said, quota_limited: isOver } = (0, json_ts_1.parsed)(body);
            const isTaken = status === 200 && (said === 1 || said === 'Ok');
            const outcome = !isTaken
                ? ((0, outcome_ts_1.failureOf)(status, retryAfterMs) ?? (0, outcome_ts_1.refusalOf)(events, body))
                : // The vendor has accepted the events and thrown them away, because the project's quota is used up.
                    isOver
                        ? { type: 'retry', reason: 'limited', detail: (0, outcome_ts_1.wordsOf)(body) }
                        : { type: 'delivered' };
            return events.map(() => outcome);
        },
    };
};
exports.posthog = posthog;
const captureOf = ({ id, uniqueId, type, name, time, properties, identity }, now) => {
    const { anonymousId, userId, email, phone } = identity;
    const { $unset: erased, ...traits } = properties;
    const $unset = erased && [erased].flat();
    const event = {
        uuid: uniqueId ? (0, uuid_of_ts_1.uuidOf)(`${name}\n${uniqueId}`) : id,
        timestamp: (0, plausible_time_ts_1.believedIsoTime)(id, time, now),
        distinct_id: userId ?? anonymousId,
    };
    const $set = { email, phone, ...traits };
    const device = { $device_id: anonymousId, $lib: 'sendoff' };
    if (type === 'identify')
        return userId
            ? {
                event: '$identify',
                ...event,
                properties: { ...device, $anon_distinct_id: anonymousId, $set, $unset },
            }
            : { event: '$set', ...event, properties: { ...device, $set, $unset } };
    const { url: $current_url, path: $pathname, referrer: $referrer } = properties;
    return {
        event: name === 'Viewed Page' ? '$pageview' : name,
        ...event,
        properties: {
            ...device,
            $process_person_profile: !!userId,
            $current_url,
            $pathname,
            $referrer,
            ...properties,
        },
    };
};
