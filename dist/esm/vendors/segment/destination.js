import { timeOfId } from "../../core/id.js";
import { jsonOf, parsed } from "../../core/json.js";
import { checkOptions, ENDPOINT, own } from "../../core/options.js";
import { failureOf, refusalOf } from "../../core/outcome.js";
import { base64Of } from "../base64.js";
import { believedIsoTime } from "../plausible-time.js";
import { uuidOf } from "../uuid-of.js";
import { withErased } from "../with-erased.js";
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
    endpoint: ENDPOINT,
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
export const segment = (options) => {
    const { writeKey, endpoint } = own(options);
    const readiness = checkOptions('segment', options, FORMS, 'never a private token (sgp_…, Bearer …)');
    return {
        name: 'segment',
        account: `${writeKey}`,
        ...readiness,
        options,
        mixes: true,
        limits: { events: MAX_EVENTS, bytes: MAX_BYTES, burstMs: BURST_MS, swell: SWELL },
        encode(events, _attempt, now = timeOfId(`${events.at(-1)?.id}`)) {
            const taken = events.slice(0, MAX_EVENTS);
            return {
                url: `${(endpoint || 'https://api.segment.io').replace(/\/$/, '')}/v1/batch`,
                // The vendor's own library sends both: RudderStack reads the header alone.
                headers: { 'content-type': 'application/json', authorization: `Basic ${base64Of(`${writeKey}:`)}` },
                body: jsonOf({
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
            const isTaken = status === 200 && (parsed(body).success === true || body === 'OK');
            const outcome = isTaken
                ? { type: 'delivered' }
                : (failureOf(status, retryAfterMs) ?? refusalOf(events, body));
            return events.map(() => outcome);
        },
    };
};
const messageOf = ({ id, uniqueId, type, name, time, properties, identity }, now) => {
    const { anonymousId, userId, email, phone } = identity;
    const message = {
        // The site's own id is combined with name and person, because the vendor compares ids alone.
        messageId: uniqueId ? uuidOf([name, userId ?? anonymousId, uniqueId].join('\n')) : id,
        timestamp: believedIsoTime(id, time, now),
        anonymousId,
        userId,
        context: { library: { name: 'sendoff' } },
    };
    if (type === 'identify')
        return { type, ...message, traits: { email, phone, ...withErased(properties) } };
    return name === 'Viewed Page'
        ? { type: 'page', ...message, name: properties.name, properties }
        : { type, ...message, event: name, properties };
};
