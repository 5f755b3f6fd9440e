import type { Destination } from '../../core/destination.ts';
export interface HttpOptions {
    /** Where the events go: a path of the page's own origin, or an address. */
    readonly url: string | undefined;
    /** Sent along as `writeKey`, readable by everybody. */
    readonly writeKey?: string | undefined;
}
/**
 * Any endpoint that takes `{ events: [...] }` and answers `{ outcomes: [{ id, type, reason?, detail?, afterMs? }] }`.
 *
 * The body is JSON, sent as `text/plain`, so that no preflight is needed. `type` is `delivered`, `retry` or
 * `dropped`. An event that a 2xx answer does not name is sent again, with the same `id`: count each id once.
 * @throws {TypeError} when `url` is empty, or for an option that is not listed here.
 * @example
 * createTracker({ destinations: [http({ url: '/collect' })] })
 */
export declare const http: (options: HttpOptions) => Destination;
