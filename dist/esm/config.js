import { invalid } from "./core/options.js";
const DEFAULTS = { destinations: [], maxAgeDays: 7, maxEvents: 100_000 };
/** The options with their defaults, checked. @throws {TypeError} that names the option. */
export const configOf = (options) => {
    const config = { ...DEFAULTS, ...options };
    for (const option of Object.keys(config)) {
        const value = config[option];
        const isKnown = Object.hasOwn(DEFAULTS, option);
        if (!isKnown || !(value?.[0]?.encode || Number(value) > 0))
            throw invalid(option, isKnown ? value : 'unknown', `one of ${Object.keys(DEFAULTS)}, with destinations or a positive number`);
    }
    return config;
};
