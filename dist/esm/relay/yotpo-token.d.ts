import { type Secret } from './secret.ts';
import type { Call, VendorAnswer } from './vendor.ts';
export type YotpoToken = {
    readonly value: string;
    readonly answer?: never;
}
/** What Yotpo said instead. */
 | {
    readonly value?: never;
    readonly answer: VendorAnswer;
};
/**
 * The store's access token, made from its secret when it is first needed and again when it is forgotten. Two
 * requests may each make one; a promise of one is not shared, as Workers tie it to the request that made it.
 */
export declare const createYotpoToken: ({ base, storeId, secret, }: {
    readonly base: string;
    readonly storeId: string;
    readonly secret: Secret;
}) => {
    get(call: Call): Promise<YotpoToken>;
    /** Forgets the token, unless another request has renewed it meanwhile. */
    forget(value: string): void;
};
