import { withoutTokens } from "../core/identity.js";
import { jsonOf } from "../core/json.js";
import { outcomeOfStatus, wordsOf } from "../core/outcome.js";
/** The end of a signed key, `<expires>.<signature>`: UNIX seconds, and HMAC-SHA256 as base64url. */
const SIGNATURE = /\.\d{1,12}\.[\w-]{43}$/;
/** Returns a write key without its signature, which changes from page to page while the account is the same. */
export const unsignedKey = (writeKey = '') => writeKey.replace(SIGNATURE, '');
/** Most events in one request; the relay refuses more. */
export const RELAY_EVENTS = 1_000;
export const RELAY_BYTES = 1_000_000;
/** The reasons that an answer may give; the first one replaces every unknown reason. */
const REASONS = {
    retry: ['busy', 'limited', 'unanswered', 'paused'],
    dropped: ['refused', 'invalid', 'too-large'],
};
const UNANSWERED = { type: 'retry', reason: 'unanswered' };
/**
 * Makes a destination that posts its events as they are, and takes an outcome for each.
 * @throws {TypeError} for an option that it does not have: above all for a key, which belongs in the relay.
 */
export const toRelay = ({ name, url, option, destination, writeKey, events: most, others }) => {
    for (const [other, given] of Object.entries(others))
        if (given)
            throw new TypeError(`sendoff: ${other}: expected only ${option} and writeKey; a private key stays on the server`);
    if (url === '')
        throw new TypeError(`sendoff: ${option} is empty; expected an address`);
    return {
        name,
        account: `${url} ${unsignedKey(writeKey ?? '')}`.trim(),
        options: { [option]: url, writeKey },
        missing: url ? undefined : option,
        mixes: true,
        limits: { events: most, bytes: RELAY_BYTES, burstMs: 1_000 },
        encode(given) {
            const events = given.slice(0, most);
            const told = events.map(({ identity, ...event }) => ({
                ...event,
                // Klaviyo's ids of the reader of an e-mail are not sent to other vendors.
                identity: withoutTokens(identity),
            }));
            return { url: `${url}`, body: jsonOf({ destination, writeKey, events: told }), events, costMs: 200 };
        },
        interpret(events, { status, body, retryAfterMs }) {
            const outcome = outcomeOfStatus(status, retryAfterMs);
            const named = outcomesIn(body);
            return events.map(({ id }) => {
                if (outcome)
                    return outcome.type === 'delivered' ? (named.get(id) ?? UNANSWERED) : outcome;
                return events[1]
                    ? { type: 'retry', reason: 'together' }
                    : { type: 'dropped', reason: status === 413 ? 'too-large' : 'refused', detail: `HTTP ${status}` };
            });
        },
    };
};
/** Reads an answer: `{"outcomes":[{"id":"…","type":"retry","reason":"busy","afterMs":5000}]}` */
const outcomesIn = (body) => {
    const outcomes = new Map();
    try {
        for (const { id, type, reason, detail, afterMs } of JSON.parse(body).outcomes) {
            const [fallback] = REASONS[type] ?? [];
            if (type === 'delivered')
                outcomes.set(id, { type });
            else if (fallback)
                outcomes.set(id, {
                    type,
                    reason: REASONS[type]?.includes(reason) ? reason : fallback,
                    detail: detail ? wordsOf(`${detail}`) : undefined,
                    afterMs: afterMs > 0 ? +afterMs : undefined,
                });
        }
    }
    catch {
        // The text is not the relay's: nothing is known of the events that it has not named before.
    }
    return outcomes;
};
