import { timeOfId } from "../../core/id.js";
import { jsonOf, parsed } from "../../core/json.js";
import { checkOptions, ENDPOINT, own } from "../../core/options.js";
import { failureOf, refusalOf } from "../../core/outcome.js";
import { base64Of } from "../base64.js";
import { isPlausible } from "../plausible-time.js";
import { uuidOf } from "../uuid-of.js";
/** "Up to 2000 events", 10 MB decompressed (docs.mixpanel.com, "Import events"); what `/track` takes is not said. */
const MAX_EVENTS = 1_000;
const MAX_BYTES = 3_000_000;
/** "2 GB a minute, about 30k events a second" of a project: five requests a second of one visitor are modest. */
const REQUEST_MS = 200;
/** Of events with few properties, beside which the vendor's own fields are long. */
const SWELL = 2.3;
const BURST_MS = 2_000;
/** "Events must be within the last 5 days" ("Track events"). */
const MAX_AGE_DAYS = 5;
/** An event that is dated back by more takes the time at which it was tracked. */
const MAX_BACK_MS = 2 * 86_400_000;
const FORMS = {
    key: [/^([\da-f]{32})?$/i, '32 hex digits'],
    endpoint: ENDPOINT,
};
/**
 * Mixpanel's `/track`, and `/engage` for what is said of a person: both take the project's public token.
 *
 * Up to 1,000 events go in one request, without a preflight: as the vendor's own library, it sends a form. Repeats are
 * recognised by `$insert_id` with name, person and time. Events that are older than five days are refused by the vendor,
 * and not sent. `Viewed Page` is `$mp_web_page_view`.
 * @throws {TypeError} when an option is malformed, unknown, or a private key.
 * @example
 * createTracker({ destinations: [mixpanel({ key: '0123…' })] })
 */
export const mixpanel = (options) => {
    const { key: token, endpoint } = own(options);
    const readiness = checkOptions('mixpanel', options, FORMS, 'never a private service account');
    const part = (path, events, list) => ({
        url: `${(endpoint || 'https://api-js.mixpanel.com').replace(/\/$/, '')}/${path}?verbose=1&ip=1`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        // A third longer; percent signs would make three of each quotation mark.
        body: `data=${encodeURIComponent(base64Of(jsonOf(list)))}`,
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
        encode(events, _attempt, now = timeOfId(`${events.at(-1)?.id}`)) {
            const [first] = events;
            if (first.type === 'identify')
                return part('engage', [first], updatesOf(first, `${token}`));
            const taken = events.slice(0, MAX_EVENTS);
            return part('track', taken, taken.map((event) => eventOf(event, `${token}`, now)));
        },
        interpret(events, { status, body, retryAfterMs }) {
            // `{"status":1,"error":null}`, or `{"status":0,"error":"…"}` with 200 as well.
            const said = status === 200 ? parsed(body).status : undefined;
            const outcome = said === 1
                ? { type: 'delivered' }
                : ((said === 0 ? undefined : failureOf(status, retryAfterMs)) ?? refusalOf(events, body));
            return events.map(() => outcome);
        },
    };
};
/** As the vendor's simplified merging of ids wants it. */
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
            // Milliseconds; without them, those of receipt. What is dated back too far would be refused.
            time: [event.time, timeOfId(id)].find((given) => isPlausible(given, now) && given > timeOfId(id) - MAX_BACK_MS),
            // "At most 36 letters, digits and hyphens".
            $insert_id: uniqueId ? uuidOf(`${name}\n${uniqueId}`) : id,
            mp_lib: 'sendoff',
        },
    };
};
/** A person's traits, under the vendor's own names. */
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
