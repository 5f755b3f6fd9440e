import { type Secret } from './secret.ts';
/**
 * Makes a write key that expires, on the site's server for the page that it renders: `<key>.<expires>.<signature>`,
 * where the signature is the HMAC-SHA256 of `<key>.<expires>` as base64url.
 * @example
 * const writeKey = await signWriteKey({ writeKey: 'shop', secret, expires: Date.now() / 1000 + 3600 })
 */
export declare const signWriteKey: ({ writeKey, secret, expires, }: {
    readonly writeKey: string;
    /** The secret that the relay has as `signingSecret`; no page may have it. */
    readonly secret: string;
    /** The UNIX time in seconds at which the key expires, at most a day ahead. */
    readonly expires: number;
}) => Promise<string>;
/** Returns the write key inside a signed one; nothing when it is not signed with this secret, or has expired. */
export declare const verifiedKey: (signed: unknown, signingSecret: Secret, nowMs: number) => Promise<string | undefined>;
