const DEFAULTS = { destinations: [], maxAgeDays: 7, maxEvents: 100_000 };
export const invalid = (option, given, expected) => new TypeError(`sendoff: ${option} is ${given}; expected ${expected}`);
/** The options with their defaults, checked. @throws {TypeError} that names the option. */
export const configOf = (options) => {
    const config = { ...DEFAULTS, ...options };
    const [first] = config.destinations;
    if (!first?.encode)
        throw invalid('destinations', first, '[klaviyo({ companyId })] or the like');
    for (const option in config) {
        const value = config[option];
        if (!(option in DEFAULTS))
            throw invalid(option, 'unknown', `one of ${Object.keys(DEFAULTS)}`);
        if (!(value > 0) && option !== 'destinations')
            throw invalid(option, value, 'a number above 0');
    }
    return config;
};
