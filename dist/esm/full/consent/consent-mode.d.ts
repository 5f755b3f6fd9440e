import type { FullTracker } from '../full-tracker.ts';
/**
 * Follows Google Consent Mode: every `gtag('consent', …)` of the page, past and to come. The consent is `granted` when
 * all these types are granted, and `denied` when an update denies one of them. A default that denies only waits,
 * because every page has it, also for visitors who have agreed. The tracker must be started with `consent: 'required'`.
 *
 * A default for some regions counts everywhere, because a page cannot tell where it is: a type that such a default
 * denies waits.
 * @param types the site's own decision, for example `analytics_storage` and `ad_user_data`.
 * @returns the function that stops following.
 * @example
 * followConsentMode(track, ['analytics_storage'])
 */
export declare const followConsentMode: (track: Pick<FullTracker, "consent">, types: readonly string[]) => (() => void);
