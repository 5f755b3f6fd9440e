import { redactUrl } from "./redact-url.js";
/**
 * Most addresses that are kept: a page's own, its referrer and its links. A page that changes its address more often
 * asks again.
 */
const MAX_ADDRESSES = 50;
/**
 * Redacts addresses: first by `redactUrl`, then by the site's own `hook`, once for each address. When the hook fails,
 * nothing may be told: the address is left out, and the failure is reported.
 */
export const createRedaction = (hook, report) => {
    const known = new Map();
    const redacted = (url) => {
        const told = redactUrl(url);
        if (!hook)
            return told;
        try {
            const answer = hook(told);
            if (typeof answer === 'string')
                return answer;
            report(`redact returned ${typeof answer}; expected a string, so the address is left out`);
        }
        catch (error) {
            report(`redact has thrown, so the address is left out: ${error}`);
        }
        return;
    };
    return (url) => {
        if (!known.has(url)) {
            if (known.size >= MAX_ADDRESSES)
                known.clear();
            known.set(url, redacted(url));
        }
        return known.get(url);
    };
};
