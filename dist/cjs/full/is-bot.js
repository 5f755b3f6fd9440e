"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.isBot = void 0;
/** The names that previews, crawlers and headless browsers use, in lower case. Cubot makes telephones. */
const NAMES = /(?:^u?|[^u]|[^c]u)bot\b|crawl|spider|slurp|headlesschrome|phantomjs|prerender|lighthouse|pagespeed|gtmetrix|pingdom|facebookexternalhit|facebookcatalog|meta-externalagent|^whatsapp|skypeuripreview|embedly|vkshare|google-read-aloud|google web preview|google-inspectiontool|googleother|storebot|bingpreview|yandex\.com\/bots|mediapartners/;
/**
 * Tells whether a program visits the page: the browser is driven by one, or says that it is a crawler or makes a
 * preview. A program that pretends to be a person is not recognised.
 *
 * @param visitor is the part of `navigator` that tells it; a browser that tells nothing counts as a person's.
 * @example
 * if (!isBot(navigator)) createTracker({ destinations })
 */
const isBot = ({ userAgent = '', webdriver = false }) => webdriver || NAMES.test(userAgent.toLowerCase());
exports.isBot = isBot;
