import type { Destination } from '../../core/destination.ts';
export interface PosthogOptions {
    /** The project's token: `phc_` and letters and digits. */
    readonly key: string | undefined;
    /**
     * The region's origin (`https://eu.i.posthog.com`), a host of one's own, a first-party proxy.
     * @default 'https://us.i.posthog.com'
     */
    readonly endpoint?: string | undefined;
}
/**
 * PostHog's capture API (`/batch/`), which takes the project's public token.
 *
 * Up to 1,000 events of whatever people go in one request, without a preflight: the vendor does not look at the content
 * type. Repeats are recognised by `uuid`, which is the event's id, or made of the site's own. Who is not identified by
 * a user id has no person profile, as with the vendor's own library; `Viewed Page` is `$pageview`.
 * @throws {TypeError} when an option is malformed, unknown, or a private key.
 * @example
 * createTracker({ destinations: [posthog({ key: 'phc_…' })] })
 */
export declare const posthog: (options: PosthogOptions) => Destination;
