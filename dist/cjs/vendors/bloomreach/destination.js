"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.bloomreach = void 0;
const id_ts_1 = require("../../core/id.js");
const json_ts_1 = require("../../core/json.js");
const options_ts_1 = require("../../core/options.js");
const outcome_ts_1 = require("../../core/outcome.js");
const plausible_time_ts_1 = require("../plausible-time.js");
const with_erased_ts_1 = require("../with-erased.js");
/** "You can send up to 50 commands in a batch" (Engagement API reference, "Batch commands"). */
const MAX_COMMANDS = 50;
/**
 * "The value of every event property must be less than 16 KBytes", "An event message must be less than 800 KBytes"
 * ("Add event", Limitations). The sizes are those of UTF-8; the event's leaves some room for the command around it.
 */
const MAX_VALUE_BYTES = 16_000;
const MAX_EVENT_BYTES = 799_000;
/**
 * The limit is 6,000 requests a minute and address (docs, "Efficient engagement usage"): 1 + (1000 + 60000) / 25 <
 * 2,500, which leaves room for preflights, the vendor's own script and a neighbour behind the same address.
 */
const REQUEST_MS = 25;
const BURST_MS = 1_000;
const FORMS = {
    projectToken: [/^[\da-f-]{36}$/i, 'a UUID'],
    key: [/^[\da-z]{64}$/, 'the public token, 64 of 0-9 and a-z'],
    endpoint: options_ts_1.ENDPOINT,
};
/**
 * Sends events to Bloomreach Engagement's tracking API, which needs only the project's public token.
 *
 * Up to 50 commands, of any types and people, go in one `/batch`. The vendor removes repeats by customer, type,
 * timestamp and properties (docs, "Imports technical reference"), all of which are frozen: a resend is harmless.
 *
 * The token goes as `access_token` in the URL, which the vendor offers for callers that set no headers ("Technical
 * information"): so the preflight asks for `content-type` alone. A request without any preflight would have to call its
 * JSON `text/plain`, and no page of the vendor says that such a request is read.
 * @throws {TypeError} when an option is malformed, unknown, or a private key.
 * @example
 * createTracker({ destinations: [bloomreach({ projectToken: '8f14e45f-…', key: 'public token' })] })
 */
const bloomreach = (options) => {
    const { projectToken, key, endpoint = 'https://api.exponea.com' } = (0, options_ts_1.own)(options);
    const readiness = (0, options_ts_1.checkOptions)('bloomreach', options, FORMS, 'never a private key (Basic …)');
    return {
        name: 'bloomreach',
        account: `${projectToken}`,
        options,
        ...readiness,
        mixes: true,
        // The vendor documents no size of a request.
        limits: { events: MAX_COMMANDS, bytes: 1_000_000, burstMs: BURST_MS },
        encode(events, _attempt, now = (0, id_ts_1.timeOfId)(`${events.at(-1)?.id}`)) {
            const taken = events.slice(0, MAX_COMMANDS);
            return {
                url: `${endpoint.replace(/\/$/, '')}/track/v2/projects/${projectToken}/batch?access_token=${key}`,
                headers: { 'content-type': 'application/json' },
                body: (0, json_ts_1.jsonOf)({ commands: taken.map((event) => commandOf(event, now)) }),
                events: taken,
                costMs: REQUEST_MS,
            };
        },
        interpret(events, { status, body, retryAfterMs }) {
            const answer = (0, json_ts_1.parsed)(body);
            const { results, error } = answer;
            // `{"success":false,"error":"Could not authenticate"}`: the vendor answers like this only when the access is
            // wrong.
            const paused = { type: 'retry', reason: 'paused', detail: (0, outcome_ts_1.wordsOf)(body) };
            const failure = (0, outcome_ts_1.failureOf)(status, retryAfterMs) ?? (error ? paused : undefined);
            return events.map((event, index) => {
                // The answer's own `success` says nothing of the commands: `{"results":[{"success":true},…],"success":true}`
                const said = results ? results[index] : answer;
                const success = status < 300 ? said?.success : undefined;
                const isTaken = success === true && !!results;
                if (failure && !isTaken && success !== false)
                    return failure;
                if (isTooLarge(event))
                    return { type: 'dropped', reason: 'too-large' };
                if (isTaken)
                    return { type: 'delivered' };
                return (0, outcome_ts_1.refusalOf)(failure && results ? [event] : events, `HTTP ${status}: ${(0, json_ts_1.jsonOf)(said)}`);
            });
        },
    };
};
exports.bloomreach = bloomreach;
const bytesOf = (value) => encodeURIComponent((0, json_ts_1.jsonOf)(value)).replace(/%../g, '.').length;
const isTooLarge = (event) => bytesOf(event) > MAX_EVENT_BYTES ||
    Object.values(event.properties).some((value) => bytesOf(value) >= MAX_VALUE_BYTES);
/**
 * An id needs a letter or a digit, and must not be the text `null` or `undefined` (docs, "Customer identification").
 */
const HARD_ID = /^(?!(null|undefined)$).*[\p{L}\p{N}]/su;
/** Makes the command of an event; JSON leaves out undefined values. */
const commandOf = (event, now) => {
    const { type, id, uniqueId = id, name, properties: said } = event;
    const { anonymousId, userId = '', email, phone } = event.identity;
    // Where neither time is plausible, the vendor takes the time of receipt, and would count a repeat.
    const time = (0, plausible_time_ts_1.believedTime)(id, event.time, now);
    // The timestamp is in seconds. "Commands aren't executed sequentially in the order they appear" ("Batch commands"):
    // so the id's counter orders events of the same millisecond.
    const timestamp = time && (time + Number(`0x${id.slice(15, 18)}`) / 4_096) / 1_000;
    const customer_ids = {
        cookie: anonymousId,
        // Ids are case sensitive. An e-mail address means the same in any case; for other ids only the site knows.
        registered: !HARD_ID.test(userId) ? undefined : userId.includes('@') ? userId.toLowerCase() : userId,
    };
    // An event that the vendor would not keep is not sent. An empty update of the customer takes its place, because
    // results go by position, and a request without commands is refused.
    if (isTooLarge(event))
        return { name: 'customers', data: { customer_ids, properties: {} } };
    // The id is a property, so that two equal events of one instant stay two events.
    if (type === 'track') {
        const properties = { event_id: uniqueId, ...said };
        return { name: 'customers/events', data: { customer_ids, event_type: name, timestamp, properties } };
    }
    const { firstName: first_name, lastName: last_name, ...others } = (0, with_erased_ts_1.withErased)(said);
    const properties = { email, phone, first_name, last_name, ...others };
    return { name: 'customers', data: { customer_ids, properties, update_timestamp: timestamp } };
};
