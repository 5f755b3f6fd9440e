"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.isBot = void 0;
/** What previews, crawlers and headless browsers call themselves, in lower case. Cubot makes telephones. */
const NAMES = /(?:^u?|[^u]|[^c]u)bot\b|crawl|spider|slurp|headlesschrome|phantomjs|prerender|lighthouse|pagespeed|gtmetrix|pingdom|facebookexternalhit|facebookcatalog|meta-externalagent|^whatsapp|skypeuripreview|embedly|vkshare|google-read-aloud|google web preview|google-inspectiontool|googleother|storebot|bingpreview|yandex\.com\/bots|mediapartners/;
/**
 * Whether nobody is looking: the browser is driven by a program, or says of itself that it is a crawler or makes a
 * preview. Who wants to pass for a person does.
 *
 * @param visitor what `navigator` says; nothing is known of a browser that says nothing.
 * @example
 * if (!isBot(navigator)) createTracker({ destinations })
 */
const isBot = ({ userAgent = '', webdriver = false }) => webdriver || NAMES.test(userAgent.toLowerCase());
exports.isBot = isBot;
