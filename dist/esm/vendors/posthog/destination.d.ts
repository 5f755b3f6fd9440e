import type { Destination } from '../../core/destination.ts';
export interface PosthogOptions {
    /** The project's token: `phc_`, then letters and digits. Without it the destination does not start. */
    readonly key: string | undefined;
    /**
     * The origin of the vendor's region (`https://eu.i.posthog.com`), of a host of one's own, or of a first-party proxy.
     * @default 'https://us.i.posthog.com'
     */
    readonly endpoint?: string | undefined;
}
/**
 * Sends events to PostHog's capture API (`/batch/`), which takes the project's public token.
 *
 * Up to 1,000 events of any people go in one request, without a preflight: the vendor does not look at the content
 * type. It recognises repeats by `uuid`, which is the event's id, or made from the site's own id. A visitor without a
 * user id gets no person profile, as with the vendor's own library. `Viewed Page` is sent as `$pageview`. Source:
 * PostHog/posthog, rust/capture.
 * @throws {TypeError} when an option is malformed, unknown, or a private key.
 * @example
 * createTracker({ destinations: [posthog({ key: 'phc_…' })] })
 */
export declare const posthog: (options: PosthogOptions) => Destination;
