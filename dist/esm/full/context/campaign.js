import { clipped } from "./clipped.js";
/**
 * What an advertiser's link says about itself: the names that analytics agree on, and the platforms' click ids. Google
 * (`gbraid` and `wbraid` where an app is involved, `dclid` of its marketing platform), Meta, Microsoft, TikTok, LinkedIn,
 * X, Pinterest, Reddit, Snapchat (`ScCid`).
 */
export const CAMPAIGN_NAMES = [
    'utm_source',
    'utm_medium',
    'utm_campaign',
    'utm_term',
    'utm_content',
    'utm_id',
    'gclid',
    'gbraid',
    'wbraid',
    'dclid',
    'fbclid',
    'msclkid',
    'ttclid',
    'li_fat_id',
    'twclid',
    'epik',
    'rdt_cid',
    'sccid',
];
/** Of one value. Click ids have up to some 250 characters. */
export const MAX_CAMPAIGN_CHARS = 512;
/**
 * Reads campaigns out of addresses and records.
 * @param clickIds names that the site has added.
 */
export const createCampaigns = (clickIds = []) => {
    const names = [...CAMPAIGN_NAMES, ...clickIds];
    /** The campaign among other values; what is no text, or empty, is left out. */
    const among = (find) => Object.fromEntries(names.flatMap((name) => {
        const value = find(name);
        const text = typeof value === 'string' ? clipped(value.trim(), MAX_CAMPAIGN_CHARS) : '';
        return text ? [[name, text]] : [];
    }));
    return {
        among,
        /**
         * The campaign that led to this address: from its query, then its fragment (`#utm_source=…`, `#/shop?utm_source=…`).
         * Of a repeated parameter the first counts; names in any case.
         */
        of(url) {
            const values = new Map();
            for (const part of url.split(/[?#]/).slice(1))
                for (const [name, value] of new URLSearchParams(part)) {
                    const known = name.toLowerCase();
                    if (!values.has(known))
                        values.set(known, value);
                }
            return among((name) => values.get(name.toLowerCase()));
        },
    };
};
