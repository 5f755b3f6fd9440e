import { clipped } from "./clipped.js";
/** What an advertiser's link says about itself: the names that analytics agree on, and the platforms' click ids. */
export const CAMPAIGN_NAMES = [
    'utm_source',
    'utm_medium',
    'utm_campaign',
    'utm_term',
    'utm_content',
    'utm_id',
    'gclid',
    'fbclid',
    'msclkid',
    'ttclid',
    '_kx',
];
/** Of one value. Click ids have up to some 250 characters. */
export const MAX_CAMPAIGN_CHARS = 512;
/** The campaign among other values; what is no text, or empty, is left out. */
export const campaignAmong = (among) => Object.fromEntries(CAMPAIGN_NAMES.flatMap((name) => {
    const value = among(name);
    const text = typeof value === 'string' ? clipped(value.trim(), MAX_CAMPAIGN_CHARS) : '';
    return text ? [[name, text]] : [];
}));
/** The campaign that led to this address. Of a repeated parameter the first counts; names in any case. */
export const campaignOf = (url) => {
    const values = new Map();
    for (const [name, value] of new URLSearchParams(/\?([^#]*)/.exec(url)?.[1])) {
        const known = name.toLowerCase();
        if (!values.has(known))
            values.set(known, value);
    }
    return campaignAmong((name) => values.get(name));
};
