import { jsonOf } from "../core/json.js";
import { outcomeOfStatus } from "../core/outcome.js";
/** The most that one request may hold; the relay refuses more. */
export const RELAY_EVENTS = 1_000;
export const RELAY_BYTES = 1_000_000;
/** The reasons that an answer may give; the first stands for all that are unknown. */
const REASONS = {
    retry: ['busy', 'unanswered', 'paused'],
    dropped: ['refused', 'invalid', 'too-large'],
};
const UNANSWERED = { type: 'retry', reason: 'unanswered' };
/**
 * A destination that posts its events as they are, and takes an outcome for each.
 * @throws {TypeError} for an option that it does not have: above all for a key, which belongs in the relay.
 */
export const toRelay = ({ name, url, option, destination, writeKey, events: most, others }) => {
    for (const [other, given] of Object.entries(others))
        if (given)
            throw new TypeError(`sendoff: ${other}: expected only ${option} and writeKey; a private key stays on the server`);
    if (!url)
        throw new TypeError(`sendoff: ${option} is ${url}; expected an address`);
    return {
        name,
        mixes: true,
        limits: { events: most, bytes: RELAY_BYTES, burstMs: 1_000 },
        encode(given) {
            const events = given.slice(0, most);
            return { url, body: jsonOf({ destination, writeKey, events }), events, costMs: 200 };
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
/** `{"outcomes":[{"id":"…","type":"retry","reason":"busy","afterMs":5000}]}` */
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
                    detail: detail ? `${detail}` : undefined,
                    afterMs: afterMs > 0 ? +afterMs : undefined,
                });
        }
    }
    catch {
        // Not the relay's words: nothing is known of the events that were not named before.
    }
    return outcomes;
};
