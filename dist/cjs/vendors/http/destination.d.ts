import type { Destination } from '../../core/destination.ts';
export interface HttpOptions {
    /**
     * The address that the events are sent to: a path of the page's own origin, or a URL. Without it the destination does
     * not start.
     */
    readonly url: string | undefined;
    /**
     * A key that is sent as `writeKey`, and that everybody can read.
     * @default none
     */
    readonly writeKey?: string | undefined;
}
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
export declare const http: (options: HttpOptions) => Destination;
