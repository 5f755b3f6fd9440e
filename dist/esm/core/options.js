/** The form of an endpoint: a vendor's origin, or a path of the site that leads to it. */
export const ENDPOINT = [/^((https?:\/)?\/.*)?$/, 'an address or a path'];
/** Returns the options without what a script of the page may have put on `Object.prototype`, such as an `endpoint`. */
export const own = (options) => ({ __proto__: null, ...options });
export const invalid = (option, given, expected) => new TypeError(`sendoff: ${option} is ${given}; expected ${expected}`);
/** Makes the error for an option that may be a secret: it tells only the length or the kind of the value. */
export const invalidSecret = (option, given, expected) => {
    const its = typeof given === 'string' ? `has ${given.length} characters` : `is ${typeof given}`;
    return new TypeError(`sendoff: ${option} ${its}; expected ${expected}`);
};
/**
 * Compares a vendor's options with their forms. A required option that is left out is no mistake here: a site's key may
 * come from an environment variable that is not set everywhere.
 * @throws {TypeError} that names the option and says what was expected: its form, or the options that exist, and
 * `warning`.
 */
export const checkOptions = (vendor, options, forms, warning) => {
    let missing;
    for (const name of Object.keys({ ...forms, ...options })) {
        const given = own(options)[name];
        const [form, expected = `one of ${Object.keys(forms)}`] = own(forms)[name] ?? [];
        const text = given ?? '';
        if (form ? typeof text === 'string' && form.test(text) : !given)
            continue;
        if (given)
            throw invalidSecret(`${vendor} ${name}`, given, `${expected}, ${warning}`);
        missing ??= name;
    }
    return { missing, live: !own(options)['endpoint'] };
};
