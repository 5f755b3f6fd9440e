import { type Secret } from './secret.ts';
/**
 * A write key that ends by itself, made by the site's server for the page that it renders:
 * `<key>.<expires>.<signature>`, the signature being HMAC-SHA256 of `<key>.<expires>` as base64url.
 * @example
 * const writeKey = await signWriteKey({ writeKey: 'shop', secret, expires: Date.now() / 1000 + 3600 })
 */
export declare const signWriteKey: ({ writeKey, secret, expires, }: {
    readonly writeKey: string;
    /** What the relay has as `signingSecret`; never for a page. */
    readonly secret: string;
    /** UNIX time in seconds, at most a day ahead. */
    readonly expires: number;
}) => Promise<string>;
/** The write key inside of a signed one; nothing when it is not signed with this secret, or has ended. */
export declare const verifiedKey: (signed: unknown, signingSecret: Secret, nowMs: number) => Promise<string | undefined>;
