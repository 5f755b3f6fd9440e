import { SMALL_CHARS } from "./transport.js";
/** The content types that a page may send to another origin without a preflight. */
const PLAIN_TYPE = /^(text\/plain|application\/x-)/;
export const sendWithFetch = async ({ url, headers = {}, body }, timeoutMs, leaving) => {
    // With a header the vendor would have to be asked first: then some browsers drop a beacon, and say that it has left.
    const isPlain = Object.values(headers).every((value) => PLAIN_TYPE.test(value));
    const sendBeacon = () => {
        const type = headers['content-type'] ?? 'text/plain';
        try {
            return isPlain && navigator.sendBeacon(url, new Blob([body], { type }));
        }
        catch {
            // None in this browser, or not for such an address.
            return false;
        }
    };
    // Without it the request would end with the page.
    const isLost = leaving && isPlain && !('keepalive' in Request.prototype);
    let isRefused = leaving;
    if (isLost)
        return sendBeacon();
    try {
        const sent = fetch(url, {
            method: 'POST',
            headers,
            body,
            keepalive: leaving || body.length < SMALL_CHARS,
            // A vendor that answers `Access-Control-Allow-Origin: *` refuses cookies.
            credentials: 'omit',
            // The target of a redirect would learn who the visitor is, and a login page would look like the vendor's answer.
            redirect: 'error',
            // The page's path may tell what its redaction has left out.
            referrerPolicy: 'strict-origin',
            // Older browsers have none, which is none.
            signal: AbortSignal.timeout?.(timeoutMs),
        });
        // Firefox refuses at once what is too much for the page's keepalive requests together, and counts no beacons among them.
        await Promise.race([sent, 0]);
        isRefused = false;
        const response = await sent;
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
        return isRefused ? sendBeacon() : undefined;
    }
};
