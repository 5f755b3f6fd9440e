"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.fullConfigOf = void 0;
const config_ts_1 = require("../config.js");
const options_ts_1 = require("../core/options.js");
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
const fullConfigOf = (options) => {
    for (const [name, given] of Object.entries(options)) {
        const check = (0, options_ts_1.own)(CHECKS)[name];
        if (!check && !BARE.includes(name))
            throw (0, options_ts_1.invalid)(name, 'unknown', `one of ${[...BARE, ...Object.keys(CHECKS)]}`);
        if (check && given !== undefined && !check[0](given))
            throw (0, options_ts_1.invalid)(name, given, check[1]);
    }
    const { before, consent = 'granted', gpc = true, cookieDomain, bots = 'track', ...others } = (0, options_ts_1.own)(options);
    const { context = true, redact, clickIds = [], pageviews = false, declarative = false, outbound = false, ...bare } = (0, options_ts_1.own)(others);
    (0, config_ts_1.queuesOf)((0, config_ts_1.configOf)(bare));
    const scope = pageviews === true ? 'path' : pageviews;
    const watch = { context, redact, clickIds, pageviews: scope, declarative, outbound };
    return { bare, before, consent, gpc, cookieDomain, bots, watch };
};
exports.fullConfigOf = fullConfigOf;
