import { amountOf, currencyOf } from "../../core/amount.js";
import { timeOfId } from "../../core/id.js";
import { jsonOf } from "../../core/json.js";
import { invalid, own } from "../../core/options.js";
import { failureOf, refusalOf, wordsOf } from "../../core/outcome.js";
import { isPlausible } from "../plausible-time.js";
import { textWithin, withinLimits } from "./limits.js";
import { profileOf } from "./profile.js";
/**
 * The API revision that sendoff uses: the newest whose schema its requests are tested against (klaviyo/openapi,
 * `info.version`, July 2026), and the one of Klaviyo's own library (npm `klaviyo-api` 23.0.0). "Each revision is
 * supported for 2 years" (developers.klaviyo.com, "Changelog"): until July 2028; then it falls forward. `2026-10-15` is
 * current: its schema was not read, and the parts of its changelog that were read concern none of these requests.
 */
export const KLAVIYO_REVISION = '2026-07-15';
/**
 * The share of the vendor's limits that a request takes, in milliseconds. Bulk: 10 a second, 150 a minute
 * (developers.klaviyo.com, "Bulk Create Client Events"), so 1 + (2520 + 60000) / 420 <= 150 in any minute and 1 + (2520
 * + 1000) / 420 <= 10 in any second. Single requests: 350 a second, 3,500 a minute.
 */
const BULK_MS = 420;
const SINGLE_MS = 18;
const BURST_MS = 2_520;
/**
 * The limits are counted by the minute, and shared by all visitors. The measurements in `bench/crowd/` have led to this
 * value.
 */
const CROWD_MS = 60_000;
/** "Fewer than 128 characters" ("Create Client Event"). */
const MAX_NAME = 127;
/**
 * Sends events to Klaviyo's client API, which needs only the public site id.
 *
 * Up to 1,000 events of one profile go in one `event-bulk-create`. A repeated `unique_id` may fail a whole bulk
 * request, but is harmless at `/client/events`: so every event that Klaviyo may have seen before goes there, alone.
 * Source: developers.klaviyo.com, "Create Client Event" and "Bulk Create Client Events".
 * @throws {TypeError} when `companyId` is not a public key, or another option is malformed or unknown.
 * @example
 * createTracker({ destinations: [klaviyo({ companyId: 'AbC123' })] })
 */
export const klaviyo = (options) => {
    const { companyId = '', endpoint: given } = own(options);
    const endpoint = given || 'https://a.klaviyo.com';
    if (companyId && !/^[a-z\d]{6}$/i.test(companyId))
        throw invalid('companyId (data-key)', 'malformed', "Klaviyo's public site id, 6 letters or digits, never a private pk_ key");
    /** The earliest time that the vendor has refused. The vendor's clock decides, so every later time is refused, too. */
    let refusedMs = Infinity;
    /**
     * Events that were sent alone without a time: when the vendor refuses their time all the same, nothing more can be
     * left out.
     */
    const untimed = new Set();
    return {
        name: 'klaviyo',
        account: companyId,
        missing: companyId ? undefined : 'companyId',
        live: !given,
        options,
        // "Accepts a maximum of 1000 events per request"; 5 MB, decompressed.
        limits: { events: 1_000, bytes: 5_000_000, burstMs: BURST_MS, crowdMs: CROWD_MS, resent: 1 },
        encode(events, attempt, now = timeOfId(`${events.at(-1)?.id}`)) {
            const [first] = events;
            const told = new Set();
            const part = (path, costMs, its, data) => ({
                url: `${endpoint.replace(/\/$/, '')}/client/${path}?company_id=${companyId}`,
                headers: { 'content-type': 'application/json', revision: KLAVIYO_REVISION },
                body: jsonOf({ data }),
                events: its,
                costMs,
                told: [...told],
            });
            const eventOf = ({ id, uniqueId = id, name, time, properties }, others) => {
                const value = amountOf(properties.value);
                return {
                    type: 'event',
                    attributes: {
                        ...others,
                        metric: { data: { type: 'metric', attributes: { name: textWithin(told, MAX_NAME, name) } } },
                        // `properties` is required, though it may be empty.
                        properties: withinLimits(told, properties),
                        // The text is made here, because pages replace `toJSON`. Without a time, the vendor takes the time of
                        // receipt.
                        time: isPlausible(time, now) && time < refusedMs ? new Date(time).toISOString() : undefined,
                        unique_id: uniqueId,
                        value,
                        // A currency alone would not say what it is the currency of.
                        value_currency: value === undefined ? undefined : currencyOf(properties.currency),
                    },
                };
            };
            const data = profileOf(first, told);
            const profile = { data };
            if (first.type === 'identify')
                return part('profiles', SINGLE_MS, [first], data);
            if (attempt !== 'first' || !events[1]) {
                if (first.time >= refusedMs)
                    untimed.add(first.id);
                return part('events', SINGLE_MS, [first], eventOf(first, { profile }));
            }
            return part('event-bulk-create', BULK_MS, events, {
                type: 'event-bulk-create',
                attributes: { profile, events: { data: events.map((event) => eventOf(event)) } },
            });
        },
        interpret(events, { status, body, retryAfterMs = 0 }) {
            const [first] = events;
            const detail = wordsOf(/"detail": ?"([^"]+)/.exec(body)?.[1] ?? body);
            const outcome = body.includes('"company_id"')
                ? { type: 'retry', reason: 'paused', detail }
                : // "202 Accepted" is the only success that is documented.
                    status === 202
                        ? { type: 'delivered' }
                        : failureOf(status, retryAfterMs);
            // The refusal of an identifier is
            // {"errors":[{"detail":"…","source":{"pointer":"/data/attributes/profile/data/attributes/phone_number"}}]}; where
            // the request has a profile alone, the pointer is "/data/attributes/phone_number".
            const identifier = /\/data\/(?:\d+\/)?attributes\/(email|phone)/.exec(body)?.[1];
            // Other requests may have been on their way when the first one was refused.
            const wasTimed = !untimed.delete(first.id);
            const isOfTime = !outcome && body.includes('/attributes/time"') && wasTimed;
            if (isOfTime)
                refusedMs = Math.min(refusedMs, first.time);
            // A bulk request is refused as a whole: "/data/attributes/events/data/3/attributes/time". The named event may not
            // be the cause: when a connection broke, the browser itself repeats the request, and the vendor has the event
            // already. So the event is sent again, alone.
            const named = new Set(body.match(/\/data\/\d+/g));
            return events.map((_, index) => {
                if (outcome)
                    return outcome;
                if (first.identity[identifier])
                    return { type: 'retry', reason: 'identifier', identifier };
                return (events[1] ? named.has(`/data/${index}`) : isOfTime)
                    ? { type: 'retry', reason: 'alone' }
                    : refusalOf(events, detail);
            });
        },
    };
};
