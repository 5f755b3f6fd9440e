import { own } from "../../core/options.js";
import { RELAY_EVENTS, toRelay } from "../relayed.js";
/**
 * Sends events to any endpoint that takes `{ events: [...] }` and answers `{ outcomes: [{ id, type, reason?, detail?,
 * afterMs? }] }`.
 *
 * The body is JSON, sent as `text/plain`, so that no preflight is needed. `type` is `delivered`, `retry` or `dropped`;
 * `afterMs` are the milliseconds until the next attempt. An event that a 2xx answer does not name is sent again, with
 * the same `id`: the endpoint must count each id once.
 * @throws {TypeError} when `url` is empty, or for an option that is not listed here.
 * @example
 * createTracker({ destinations: [http({ url: '/collect' })] })
 */
export const http = (options) => {
    const { url, writeKey, ...others } = own(options);
    return toRelay({
        name: 'http',
        destination: undefined,
        url,
        option: 'url',
        writeKey,
        events: RELAY_EVENTS,
        others,
    });
};
