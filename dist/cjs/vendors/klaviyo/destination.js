"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.klaviyo = exports.KLAVIYO_REVISION = void 0;
const amount_ts_1 = require("../../core/amount.js");
const id_ts_1 = require("../../core/id.js");
const json_ts_1 = require("../../core/json.js");
const options_ts_1 = require("../../core/options.js");
const outcome_ts_1 = require("../../core/outcome.js");
const plausible_time_ts_1 = require("../plausible-time.js");
const limits_ts_1 = require("./limits.js");
const profile_ts_1 = require("./profile.js");
/**
 * The API revision that sendoff uses: the newest whose schema its requests are tested against (klaviyo/openapi,
 * `info.version`, July 2026), and the one of Klaviyo's own library (npm `klaviyo-api` 23.0.0). "Each revision is
 * supported for 2 years" (developers.klaviyo.com, "Changelog"): until July 2028; then it falls forward. `2026-10-15` is
 * current: its schema was not read, and the parts of its changelog that were read concern none of these requests.
 */
exports.KLAVIYO_REVISION = '2026-07-15';
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
const klaviyo = (options) => {
    const { companyId = '', endpoint: given } = (0, options_ts_1.own)(options);
    const endpoint = given || 'https://a.klaviyo.com';
    if (companyId && !/^[a-z\d]{6}$/i.test(companyId))
        throw (0, options_ts_1.invalid)('companyId (data-key)', 'malformed', "Klaviyo's public site id, 6 letters or digits, never a private pk_ key");
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
        encode(events, attempt, now = (0, id_ts_1.timeOfId)(`${events.at(-1)?.id}`)) {
            const [first] = events;
            const told = new Set();
            const part = (path, costMs, its, data) => ({
                url: `${endpoint.replace(/\/$/, '')}/client/${path}?company_id=${companyId}`,
                headers: { 'content-type': 'application/json', revision: exports.KLAVIYO_REVISION },
                body: (0, json_ts_1.jsonOf)({ data }),
                events: its,
                costMs,
                told: [...told],
            });
            const eventOf = ({ id, uniqueId = id, name, time, properties }, others) => {
                const value = (0, amount_ts_1.amountOf)(properties.value);
                return {
                    type: 'event',
                    attributes: {
                        ...others,
                        metric: { data: { type: 'metric', attributes: { name: (0, limits_ts_1.textWithin)(told, MAX_NAME, name) } } },
                        // `properties` is required, though it may be empty.
                        properties: (0, limits_ts_1.withinLimits)(told, properties),
                        // The text is made here, because pages replace `toJSON`. Without a time, the vendor takes the time of
                        // receipt.
                        time: (0, plausible_time_ts_1.isPlausible)(time, now) && time < refusedMs ? new Date(time).toISOString() : undefined,
                        unique_id: uniqueId,
                        value,
                        // A currency alone would not say what it is the currency of.
                        value_currency: value === undefined ? undefined : (0, amount_ts_1.currencyOf)(properties.currency),
                    },
                };
            };
            const data = (0, profile_ts_1.profileOf)(first, told);
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
            const detail = (0, outcome_ts_1.wordsOf)(/"detail": ?"([^"]+)/.exec(body)?.[1] ?? body);
            const outcome = body.includes('"company_id"')
                ? { type: 'retry', reason: 'paused', detail }
                : // "202 Accepted" is the only success that is documented.
                    status === 202
                        ? { type: 'delivered' }
                        : (0, outcome_ts_1.failureOf)(status, retryAfterMs);
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
                    : (0, outcome_ts_1.refusalOf)(events, detail);
            });
        },
    };
};
exports.klaviyo = klaviyo;
