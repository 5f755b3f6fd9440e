import { outcomeOfStatus } from "../core/outcome.js";
/**
 * The API revision that sendoff speaks.
 * Source: klaviyo/openapi, `info.version`, July 2026. A revision lives two years, then falls forward.
 */
export const KLAVIYO_REVISION = '2026-07-15';
/**
 * What the requests cost of the vendor's limits, in milliseconds. Bulk: 10 a second, 150 a minute
 * (developers.klaviyo.com, "Bulk Create Client Events"), so 1 + (2520 + 60000) / 420 <= 150 in any minute and
 * 1 + (2520 + 1000) / 420 <= 10 in any second. Single requests: 350 a second, 3,500 a minute.
 */
const BULK_MS = 420;
const SINGLE_MS = 18;
const BURST_MS = 2_520;
/**
 * Klaviyo's client API, which needs nothing but the public site id.
 *
 * Up to 1,000 events of one profile go in one `event-bulk-create`. A repeated `unique_id` may fail a whole bulk
 * request, but is harmless at `/client/events`: so everything that Klaviyo may have seen before goes there, alone.
 * @throws {TypeError} when `companyId` is not a public key.
 * @example
 * createTracker({ destinations: [klaviyo({ companyId: 'AbC123' })] })
 */
export const klaviyo = ({ companyId, endpoint = 'https://a.klaviyo.com' }) => {
    if (!/^[A-Za-z0-9]{6}$/.test(companyId))
        throw new TypeError(/^pk_/.test(companyId)
            ? 'sendoff: key starts with pk_, which is a private Klaviyo key. It must never be in a page: revoke it, and use the public six-character site id'
            : `sendoff: key is ${JSON.stringify(companyId)}; expected Klaviyo's public site id, six letters or digits`);
    const part = (path, costMs, events, data) => ({
        request: {
            url: `${endpoint}/client/${path}?company_id=${companyId}`,
            headers: { 'content-type': 'application/json', revision: KLAVIYO_REVISION },
            body: JSON.stringify({ data }),
        },
        events,
        costMs,
    });
    return {
        name: 'klaviyo',
        // "Accepts a maximum of 1000 events per request"; 5 MB, decompressed.
        limits: { events: 1_000, bytes: 5_000_000, burstMs: BURST_MS },
        encode(events, attempt) {
            const [first] = events;
            const { identity, properties } = first;
            if (first.type === 'identify')
                return part('profiles', SINGLE_MS, [first], profileOf(identity, properties));
            const profile = { data: profileOf(identity) };
            if (attempt === 'resend' || events.length < 2)
                return part('events', SINGLE_MS, [first], {
                    type: 'event',
                    attributes: { ...attributesOf(first), profile },
                });
            return part('event-bulk-create', BULK_MS, events, {
                type: 'event-bulk-create',
                attributes: {
                    profile,
                    events: { data: events.map((event) => ({ type: 'event', attributes: attributesOf(event) })) },
                },
            });
        },
        interpret(events, { status, body, retryAfterMs }) {
            const outcome = outcomeOfStatus(status, retryAfterMs);
            return outcome ? events.map(() => outcome) : refusal(events, errorsIn(body));
        },
    };
};
const profileOf = ({ anonymousId, userId, email, phone }, traits = {}) => {
    const { firstName, lastName, organization, title, image, location, ...properties } = traits;
    return {
        type: 'profile',
        // JSON leaves out what is undefined: the vendor's schema is closed, and null would erase.
        attributes: {
            anonymous_id: anonymousId,
            external_id: userId,
            email,
            phone_number: phone,
            first_name: firstName,
            last_name: lastName,
            organization,
            title,
            image,
            location,
            properties,
        },
    };
};
const attributesOf = ({ id, uniqueId = id, name, time, properties }) => {
    const { value, currency } = properties;
    return {
        metric: { data: { type: 'metric', attributes: { name } } },
        // Required, though it may be empty.
        properties,
        time: new Date(time).toISOString(),
        unique_id: uniqueId,
        ...(typeof value === 'number' && { value }),
        ...(typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) && { value_currency: currency }),
    };
};
/** `{"errors":[{"detail":"…","source":{"pointer":"/data/attributes/events/data/3/attributes/time"}}]}` */
const errorsIn = (body) => {
    try {
        return [...JSON.parse(body).errors].map((error) => ({
            detail: `${error?.detail}`,
            index: Number(/\/data\/(\d+)/.exec(error?.source?.pointer)?.[1] ?? -1),
            isWrongKey: error?.source?.parameter === 'company_id',
        }));
    }
    catch {
        // A proxy's error page: then nobody is named, and the batch is searched by halves.
        return [];
    }
};
/** Klaviyo refuses a bulk request as a whole, for any event in it. */
const refusal = (events, errors) => events.map((_, index) => {
    const wrongKey = errors.find(({ isWrongKey }) => isWrongKey);
    if (wrongKey)
        return { type: 'retry', reason: 'paused', detail: wrongKey.detail };
    const guilty = events.length > 1 ? errors.find((error) => error.index === index) : { ...errors[0] };
    return guilty
        ? { type: 'dropped', reason: 'refused', detail: guilty.detail }
        : { type: 'retry', reason: 'together' };
});
