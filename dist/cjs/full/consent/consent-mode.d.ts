import type { FullTracker } from '../full-tracker.ts';
/**
 * Follows Google Consent Mode: every `gtag('consent', …)` of the page, past and to come. `granted` when all these
 * types are; `denied` when an update denies one. A default that denies only waits: it comes on every page, also on
 * those of visitors who have agreed. Start the tracker with `consent: 'required'`.
 *
 * A default for some regions counts for all, as a page cannot tell where it is: what one of them denies waits.
 * @param types the site's own decision, for example `analytics_storage` and `ad_user_data`.
 * @returns the way to stop following.
 * @example
 * followConsentMode(track, ['analytics_storage'])
 */
export declare const followConsentMode: (track: Pick<FullTracker, "consent">, types: readonly string[]) => (() => void);
