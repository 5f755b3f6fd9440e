"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.sendWithFetch = void 0;
const transport_ts_1 = require("./transport.js");
const sendWithFetch = async ({ url, headers = {}, body }, timeoutMs, leaving) => {
    try {
        const response = await fetch(url, {
            method: 'POST',
            headers,
            body,
            keepalive: leaving || body.length < transport_ts_1.SMALL_CHARS,
            // A vendor that answers `Access-Control-Allow-Origin: *` refuses cookies.
            credentials: 'omit',
            // What is followed would be told who the visitor is, and a login page would seem to be the vendor's answer.
            redirect: 'error',
            // The page's path may tell what its redaction has left out.
            referrerPolicy: 'strict-origin',
            // Older browsers have none, which is none.
            signal: AbortSignal.timeout?.(timeoutMs),
        });
        return {
            status: response.status,
            // Whole seconds; a date is left to the back-off.
            retryAfterMs: Number(response.headers.get('retry-after')) * 1_000 || 0,
            // Read in any case: the keepalive budget is held until then.
            body: await response.text(),
        };
    }
    catch {
        // Offline, refused, timed out, or an answer that hides behind CORS: they all look the same.
        return;
    }
};
exports.sendWithFetch = sendWithFetch;
