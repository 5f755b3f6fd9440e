"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createRedaction = void 0;
const redact_url_ts_1 = require("./redact-url.js");
/** Of a page's address, its referrer and its links; a page that changes its address more often asks again. */
const ADDRESSES_KEPT = 50;
/**
 * The redaction of addresses: `redactUrl` first, then the site's own `hook`, once for each address. A hook that fails
 * says that nothing may be told: the address is left out, and the failure reported.
 */
const createRedaction = (hook, report) => {
    const known = new Map();
    const redacted = (url) => {
        const told = (0, redact_url_ts_1.redactUrl)(url);
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
            if (known.size >= ADDRESSES_KEPT)
                known.clear();
            known.set(url, redacted(url));
        }
        return known.get(url);
    };
};
exports.createRedaction = createRedaction;
