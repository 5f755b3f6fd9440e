import { bytesOf, KEEPALIVE_BYTES } from "./transport.js";
/** `Retry-After` (RFC 9110, section 10.2.3): whole seconds, or a date. */
const retryAfterMs = (header, now) => {
    const ms = header && (Number(header) * 1_000 || Date.parse(header) - now);
    return ms && ms > 0 ? ms : undefined;
};
/** Sends with `fetch`; small requests outlive the page in any case. */
export const createFetchTransport = (now) => {
    let inFlight = 0;
    const spareBytes = () => KEEPALIVE_BYTES - inFlight;
    return {
        spareBytes,
        async send({ url, headers = {}, body }, timeoutMs, leaving) {
            const bytes = bytesOf(body);
            // Half of the budget stays free for what leaves with the page.
            const keepalive = bytes <= (leaving ? spareBytes() : spareBytes() - KEEPALIVE_BYTES / 2);
            const counted = keepalive ? bytes : 0;
            inFlight += counted;
            try {
                const response = await fetch(url, {
                    method: 'POST',
                    headers,
                    body,
                    keepalive,
                    // A vendor that answers `Access-Control-Allow-Origin: *` refuses cookies.
                    credentials: 'omit',
                    signal: AbortSignal.timeout?.(timeoutMs) ?? null,
                });
                return {
                    status: response.status,
                    retryAfterMs: retryAfterMs(response.headers.get('retry-after'), now()),
                    // Read in any case: the keepalive budget is held until then.
                    body: await response.text(),
                };
            }
            catch {
                // Offline, refused, timed out, or an answer that hides behind CORS: they all look the same.
                return;
            }
            finally {
                inFlight -= counted;
            }
        },
    };
};
