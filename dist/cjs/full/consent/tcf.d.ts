import type { FullTracker } from '../full-tracker.ts';
/**
 * Follows the visitor's choice in a consent platform of the IAB TCF. The consent is `granted` when all these purposes
 * are granted, or when the GDPR does not apply; otherwise it is `denied`. The tracker must be started with `consent:
 * 'required'`.
 * @param purposes the site's own decision; purpose 1 is "Store and/or access information on a device".
 * @returns the function that stops following.
 * @throws {TypeError} when the page has no `__tcfapi`: the platform's own script, or its stub, must come first.
 * @example
 * followTcf(track, [1, 8])
 */
export declare const followTcf: (track: Pick<FullTracker, "consent">, purposes: readonly number[]) => (() => void);
