import { holding } from "../../core/holding.js";
import { timeOfId } from "../../core/id.js";
import { jsonOf, parsed } from "../../core/json.js";
import { checkOptions, ENDPOINT, own } from "../../core/options.js";
import { failureOf, refusalOf, wordsOf } from "../../core/outcome.js";
import { isPlausible } from "../plausible-time.js";
import { withErased } from "../with-erased.js";
import { snakeCased } from "./snake-case.js";
/** The vendor states no limits of events, bytes or requests. These are modest: five requests a second. */
const MAX_EVENTS = 50;
const REQUEST_MS = 200;
const BURST_MS = 2_000;
/** A session ends after 30 minutes without an event (docs.crowdpower.io, "Events"). */
const SESSION_MS = 1_800_000;
const FORMS = {
    key: [/^pk_[\da-f]{64}$/, 'pk_ and 64 hex digits'],
    endpoint: ENDPOINT,
    unanswered: [/^(resend|assume-delivered)?$/, 'resend or assume-delivered'],
};
/**
 * The words of a refused e-mail address, which the vendor does not document. Where there is a user id, the events are
 * sent again without the address.
 */
const INVALID_EMAIL = /invalid email|email.{0,40}(invalid|not valid)/i;
/**
 * Sends events to Crowdpower's Beacon API, which takes the project's public key.
 *
 * Up to 50 events of one person go in one `/events/bulk`; `identify` goes to `/customers`. Every event carries its id
 * as the property `event_id`, by which a site can find repeats later: the vendor itself does not look for them.
 *
 * The vendor knows no anonymous visitors: events without a user id or an e-mail address wait until there is one.
 * Source: docs.crowdpower.io, "Events" and "Customers".
 * @throws {TypeError} when an option is malformed, unknown, or a private key.
 * @example
 * createTracker({ destinations: [crowdpower({ key: 'pk_…' })] })
 */
export const crowdpower = (options) => {
    const { key, endpoint = 'https://beacon.crowdpower.io', unanswered } = own(options);
    const readiness = checkOptions('crowdpower', options, FORMS, 'never a private sk_ key');
    const part = (path, events, body) => ({
        url: endpoint.replace(/\/$/, '') + path,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
        body: jsonOf(body),
        events,
        costMs: REQUEST_MS,
    });
    return {
        name: 'crowdpower',
        account: `${key}`,
        options,
        ...readiness,
        limits: { events: MAX_EVENTS, bytes: 1_000_000, burstMs: BURST_MS },
        assumeDelivered: unanswered === 'assume-delivered',
        ...holding(({ userId, email }) => userId ?? email),
        encode(events, attempt, now = timeOfId(`${events.at(-1)?.id}`)) {
            const [first] = events;
            const { type, identity, properties: traits } = first;
            const person = { user_id: identity.userId, email: identity.email };
            if (type === 'identify')
                return part('/customers', [first], customerOf(person, identity.phone, traits));
            const taken = events.slice(0, MAX_EVENTS);
            return part('/events/bulk', taken, {
                ...person,
                events: taken.map(({ id, uniqueId = id, name: action, time, properties }) => ({
                    action,
                    // "Keys in snake case" is the vendor's advice ("Events").
                    properties: snakeCased({ event_id: uniqueId, ...properties }),
                    // The time is in whole seconds; without one, the vendor takes the time of receipt.
                    created_at: isPlausible(time, now) ? Math.floor(time / 1_000) : undefined,
                    // A late or repeated event must not look like a visit.
                    update_session: attempt !== 'resend' && now - time < SESSION_MS,
                })),
            });
        },
        interpret(events, { status, body, retryAfterMs }) {
            // A success is `{"success":true,"code":200,"data":null}`. The vendor does not document its refusals: they seem to
            // have the same shape.
            const { success } = parsed(body);
            const said = status < 300 ? success : undefined;
            if (said === true)
                return events.map(() => ({ type: 'delivered' }));
            const { userId, email } = { ...events[0]?.identity };
            const refusal = userId && email && INVALID_EMAIL.test(wordsOf(body))
                ? { type: 'retry', reason: 'identifier', identifier: 'email' }
                : refusalOf(events, body);
            const outcome = (said === false ? undefined : failureOf(status, retryAfterMs)) ?? refusal;
            return events.map(() => outcome);
        },
    };
};
/**
 * Returns the vendor's own fields; every other trait is a custom attribute. Source: PipedreamHQ/pipedream,
 * components/crowdpower, "Upsert Customer".
 */
const customerOf = (person, phone, traits) => {
    const { firstName, lastName, name = [firstName, lastName], ...others } = withErased(traits);
    const words = [name].flat().filter((word) => word && Object(word) !== word);
    return {
        ...person,
        name: words.join(' ').trim() || undefined,
        custom_attributes: snakeCased({ phone, ...others }),
    };
};
