import { configOf, queuesOf } from "../config.js";
import { invalid, own } from "../core/options.js";
const SWITCH = [(given) => typeof given === 'boolean', 'true or false'];
const FUNCTION = [(given) => typeof given === 'function', 'a function'];
/** The form of each option, for options that are given. */
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
    clickIds: [
        (given) => Array.isArray(given) && given.every((name) => /^[\w-]{1,64}$/.test(name)),
        'names of parameters',
    ],
    pageviews: [
        (given) => [true, false, 'query', 'hash'].includes(given),
        'true, false, query or hash',
    ],
    declarative: SWITCH,
    outbound: SWITCH,
    bots: [(given) => given === 'track' || given === 'ignore', 'track or ignore'],
};
const BARE = ['destinations', 'maxAgeDays', 'maxEvents', 'namespace', 'worker'];
/** Checks the options and adds the defaults. @throws {TypeError} that names the option that is wrong. */
export const fullConfigOf = (options) => {
    for (const [name, given] of Object.entries(options)) {
        const check = own(CHECKS)[name];
        if (!check && !BARE.includes(name))
            throw invalid(name, 'unknown', `one of ${[...BARE, ...Object.keys(CHECKS)]}`);
        if (check && given !== undefined && !check[0](given))
            throw invalid(name, given, check[1]);
    }
    const { before, consent = 'granted', gpc = true, cookieDomain, bots = 'track', ...others } = own(options);
    const { context = true, redact, clickIds = [], pageviews = false, declarative = false, outbound = false, ...bare } = own(others);
    queuesOf(configOf(bare));
    const scope = pageviews === true ? 'path' : pageviews;
    const watch = { context, redact, clickIds, pageviews: scope, declarative, outbound };
    return { bare, before, consent, gpc, cookieDomain, bots, watch };
};
