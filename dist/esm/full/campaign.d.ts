/** What an advertiser's link says about itself: the names that analytics agree on, and the platforms' click ids. */
export declare const CAMPAIGN_NAMES: readonly ["utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content", "utm_id", "gclid", "fbclid", "msclkid", "ttclid", "_kx"];
/** Of one value. Click ids have up to some 250 characters. */
export declare const MAX_CAMPAIGN_CHARS = 512;
export type Campaign = Readonly<Partial<Record<(typeof CAMPAIGN_NAMES)[number], string>>>;
/** The campaign among other values; what is no text, or empty, is left out. */
export declare const campaignAmong: (among: (name: string) => unknown) => Campaign;
/** The campaign that led to this address. Of a repeated parameter the first counts; names in any case. */
export declare const campaignOf: (url: string) => Campaign;
