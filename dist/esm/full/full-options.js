import { configOf } from "../config.js";
import { invalid } from "../core/options.js";
const isBoolean = (given) => typeof given === 'boolean';
/** How each option must look, unless it is left out. */
const CHECKS = {
    before: [(given) => typeof given === 'function', 'a function'],
    consent: [(given) => given === 'granted' || given === 'required', 'granted or required'],
    gpc: [isBoolean, 'true or false'],
    cookieDomain: [
        (given) => /^[a-z\d-]+(\.[a-z\d-]+)*$/i.test(`${given}`),
        'a domain such as shop.example, or auto',
    ],
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
    const { before, consent = 'granted', gpc = true, cookieDomain, ...bare } = options;
    configOf(bare);
    return { bare, before, consent, gpc, cookieDomain };
};
