import { clipped } from "./clipped.js";
/**
 * The names of an advertiser's parameters: those that analytics tools agree on, and the platforms' click ids. They are
 * Google's (`gbraid` and `wbraid` where an app is involved, `dclid` of its marketing platform), Meta's, Microsoft's,
 * TikTok's, LinkedIn's, X's, Pinterest's, Reddit's and Snapchat's (`ScCid`).
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
/** The longest value of a campaign's parameter. Click ids have up to some 250 characters. */
export const MAX_CAMPAIGN_CHARS = 512;
/**
 * Reads campaigns out of addresses and records.
 * @param clickIds names that the site has added.
 */
export const createCampaigns = (clickIds = []) => {
    const names = [...CAMPAIGN_NAMES, ...clickIds];
    /** Finds the campaign among other values; a value that is empty or not a text is left out. */
    const among = (find) => Object.fromEntries(names.flatMap((name) => {
        const value = find(name);
        const text = typeof value === 'string' ? clipped(value.trim(), MAX_CAMPAIGN_CHARS) : '';
        return text ? [[name, text]] : [];
    }));
    return {
        among,
        /**
         * Returns the campaign that led to this address, from its query, then its fragment (`#utm_source=…`,
         * `#/shop?utm_source=…`). The first of a repeated parameter counts; names are read in any case.
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
