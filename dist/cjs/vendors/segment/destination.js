"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.segment = void 0;
const id_ts_1 = require("../../core/id.js");
const json_ts_1 = require("../../core/json.js");
const options_ts_1 = require("../../core/options.js");
const outcome_ts_1 = require("../../core/outcome.js");
const base64_ts_1 = require("../base64.js");
const plausible_time_ts_1 = require("../plausible-time.js");
const uuid_of_ts_1 = require("../uuid-of.js");
const with_erased_ts_1 = require("../with-erased.js");
/** "500KB per batch request" (segment.com/docs, "HTTP API"), less some room for the names of fields. */
const MAX_BYTES = 400_000;
const MAX_EVENTS = 500;
/**
 * "1,000 requests per second" are queued, not refused (twilio.com/docs/segment, "Rate limits"): this rate is modest.
 */
const REQUEST_MS = 100;
/** The growth of events with few properties, for which the vendor's own fields are long. */
const SWELL = 1.6;
const BURST_MS = 1_000;
const FORMS = {
    writeKey: [/^((?!sgp_)[\w-]{8,64})?$/, 'the write key of a source, 8 to 64 letters and digits'],
    endpoint: options_ts_1.ENDPOINT,
};
/**
 * Sends events by Segment's tracking protocol (`/v1/batch`), which RudderStack, Customer.io and others take, too.
 *
 * Up to 500 events, of any types and people, go in one request. `messageId` is the event's id, by which the vendor
 * removes repeats; RudderStack does so where that is switched on. `Viewed Page` is sent as `page`. Source:
 * segment.com/docs, "HTTP API".
 * @throws {TypeError} when an option is malformed, unknown, or a private token.
 * @example
 * createTracker({ destinations: [segment({ writeKey: 'write key' })] })
 */
const segment = (options) => {
    const { writeKey, endpoint } = (0, options_ts_1.own)(options);
    const readiness = (0, options_ts_1.checkOptions)('segment', options, FORMS, 'never a private token (sgp_…, Bearer …)');
    return {
        name: 'segment',
        account: `${writeKey}`,
        ...readiness,
        options,
        mixes: true,
        limits: { events: MAX_EVENTS, bytes: MAX_BYTES, burstMs: BURST_MS, swell: SWELL },
        encode(events, _attempt, now = (0, id_ts_1.timeOfId)(`${events.at(-1)?.id}`)) {
            const taken = events.slice(0, MAX_EVENTS);
            return {
                url: `${(endpoint || 'https://api.segment.io').replace(/\/$/, '')}/v1/batch`,
                // The vendor's own library sends both: RudderStack reads the header alone.
                headers: { 'content-type': 'application/json', authorization: `Basic ${(0, base64_ts_1.base64Of)(`${writeKey}:`)}` },
                body: (0, json_ts_1.jsonOf)({
                    batch: taken.map((event) => messageOf(event, now)),
                    writeKey,
                    // The vendor corrects the device's clock by `sentAt`, so it is the time of the attempt.
                    sentAt: new Date(now).toISOString(),
                }),
                events: taken,
                costMs: REQUEST_MS,
            };
        },
        interpret(events, { status, body, retryAfterMs }) {
            // Segment answers `{"success":true}`, RudderStack the text `OK`; neither says anything of single events.
            const isTaken = status === 200 && ((0, json_ts_1.parsed)(body).success === true || body === 'OK');
            const outcome = isTaken
                ? { type: 'delivered' }
                : ((0, outcome_ts_1.failureOf)(status, retryAfterMs) ?? (0, outcome_ts_1.refusalOf)(events, body));
            return events.map(() => outcome);
        },
    };
};
exports.segment = segment;
const messageOf = ({ id, uniqueId, type, name, time, properties, identity }, now) => {
    const { anonymousId, userId, email, phone } = identity;
    const message = {
        // The site's own id is combined with name and person, because the vendor compares ids alone.
        messageId: uniqueId ? (0, uuid_of_ts_1.uuidOf)([name, userId ?? anonymousId, uniqueId].join('\n')) : id,
        timestamp: (0, plausible_time_ts_1.believedIsoTime)(id, time, now),
        anonymousId,
        userId,
        context: { library: { name: 'sendoff' } },
    };
    if (type === 'identify')
        return { type, ...message, traits: { email, phone, ...(0, with_erased_ts_1.withErased)(properties) } };
    return name === 'Viewed Page'
        ? { type: 'page', ...message, name: properties.name, properties }
        : { type, ...message, event: name, properties };
};
