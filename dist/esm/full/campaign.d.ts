/**
 * What an advertiser's link says about itself: the names that analytics agree on, and the platforms' click ids. Google
 * (`gbraid` and `wbraid` where an app is involved, `dclid` of its marketing platform), Meta, Microsoft, TikTok, LinkedIn,
 * X, Pinterest, Reddit, Snapchat (`ScCid`).
 */
export declare const CAMPAIGN_NAMES: readonly string[];
/** Of one value. Click ids have up to some 250 characters. */
export declare const MAX_CAMPAIGN_CHARS = 512;
/** By the names above, and those that the site has added. */
export type Campaign = Readonly<Record<string, string>>;
/**
 * Reads campaigns out of addresses and records.
 * @param clickIds names that the site has added.
 */
export declare const createCampaigns: (clickIds?: readonly string[]) => {
    among: (find: (name: string) => unknown) => Campaign;
    /**
     * The campaign that led to this address: from its query, then its fragment (`#utm_source=…`, `#/shop?utm_source=…`).
     * Of a repeated parameter the first counts; names in any case.
     */
    of(url: string): Campaign;
};
export type Campaigns = ReturnType<typeof createCampaigns>;
