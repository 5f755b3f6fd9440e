import { configOf } from "../config.js";
import { invalid } from "../core/options.js";
const SWITCH = [(given) => typeof given === 'boolean', 'true or false'];
const FUNCTION = [(given) => typeof given === 'function', 'a function'];
/** How each option must look, unless it is left out. */
const CHECKS = {
    before: FUNCTION,
    consent: [(given) => given === 'granted' || given === 'required', 'granted or required'],
    gpc: SWITCH,
    cookieDomain: [
        (given) => /^[a-z\d-]+(\.[a-z\d-]+)*$/i.test(`${given}`),
        'a domain such as shop.example, or auto',
    ],
    context: SWITCH,
    redact: FUNCTION,
    pageviews: SWITCH,
    declarative: SWITCH,
    outbound: SWITCH,
    bots: [(given) => given === 'track' || given === 'ignore', 'track or ignore'],
};
const BARE = ['destinations', 'maxAgeDays', 'maxEvents'];
/** The options with their defaults, checked. @throws {TypeError} that names the option. */
export const fullConfigOf = (options) => {
    for (const [name, given] of Object.entries(options)) {
        const check = CHECKS[name];
        if (!check && !BARE.includes(name))
            throw invalid(name, 'unknown', `one of ${[...BARE, ...Object.keys(CHECKS)]}`);
        if (check && given !== undefined && !check[0](given))
            throw invalid(name, given, check[1]);
    }
    const { before, consent = 'granted', gpc = true, cookieDomain, bots = 'track', ...others } = options;
    const { context = true, redact, pageviews = false, declarative = false, outbound = false, ...bare } = others;
    configOf(bare);
    const watch = { context, redact, pageviews, declarative, outbound };
    return { bare, before, consent, gpc, cookieDomain, bots, watch };
};
