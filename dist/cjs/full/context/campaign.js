"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createCampaigns = exports.MAX_CAMPAIGN_CHARS = exports.CAMPAIGN_NAMES = void 0;
const clipped_ts_1 = require("./clipped.js");
/**
 * What an advertiser's link says about itself: the names that analytics agree on, and the platforms' click ids. Google
 * (`gbraid` and `wbraid` where an app is involved, `dclid` of its marketing platform), Meta, Microsoft, TikTok, LinkedIn,
 * X, Pinterest, Reddit, Snapchat (`ScCid`).
 */
exports.CAMPAIGN_NAMES = [
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
exports.MAX_CAMPAIGN_CHARS = 512;
/**
 * Reads campaigns out of addresses and records.
 * @param clickIds names that the site has added.
 */
const createCampaigns = (clickIds = []) => {
    const names = [...exports.CAMPAIGN_NAMES, ...clickIds];
    /** The campaign among other values; what is no text, or empty, is left out. */
    const among = (find) => Object.fromEntries(names.flatMap((name) => {
        const value = find(name);
        const text = typeof value === 'string' ? (0, clipped_ts_1.clipped)(value.trim(), exports.MAX_CAMPAIGN_CHARS) : '';
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
exports.createCampaigns = createCampaigns;
