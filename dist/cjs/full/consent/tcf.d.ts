import type { FullTracker } from '../full-tracker.ts';
/**
 * Follows the visitor's choice in a consent platform of the IAB TCF: `granted` when all these purposes are, or when
 * the GDPR does not apply; `denied` otherwise. Start the tracker with `consent: 'required'`.
 * @param purposes the site's own decision; purpose 1 is "Store and/or access information on a device".
 * @returns the way to stop following.
 * @throws {TypeError} when the page has no `__tcfapi`: the platform's own script, or its stub, must come first.
 * @example
 * followTcf(track, [1, 8])
 */
export declare const followTcf: (track: Pick<FullTracker, "consent">, purposes: readonly number[]) => (() => void);
