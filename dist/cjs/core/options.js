"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.checkOptions = exports.invalidSecret = exports.invalid = exports.own = exports.ENDPOINT = void 0;
/** The form of an endpoint: a vendor's origin, or a path of the site that leads to it. */
exports.ENDPOINT = [/^((https?:\/)?\/.*)?$/, 'an address or a path'];
/** Returns the options without what a script of the page may have put on `Object.prototype`, such as an `endpoint`. */
const own = (options) => ({ __proto__: null, ...options });
exports.own = own;
const invalid = (option, given, expected) => new TypeError(`sendoff: ${option} is ${given}; expected ${expected}`);
exports.invalid = invalid;
/** Makes the error for an option that may be a secret: it tells only the length or the kind of the value. */
const invalidSecret = (option, given, expected) => {
    const its = typeof given === 'string' ? `has ${given.length} characters` : `is ${typeof given}`;
    return new TypeError(`sendoff: ${option} ${its}; expected ${expected}`);
};
exports.invalidSecret = invalidSecret;
/**
 * Compares a vendor's options with their forms. A required option that is left out is no mistake here: a site's key may
 * come from an environment variable that is not set everywhere.
 * @throws {TypeError} that names the option and says what was expected: its form, or the options that exist, and
 * `warning`.
 */
const checkOptions = (vendor, options, forms, warning) => {
    let missing;
    for (const name of Object.keys({ ...forms, ...options })) {
        const given = (0, exports.own)(options)[name];
        const [form, expected = `one of ${Object.keys(forms)}`] = (0, exports.own)(forms)[name] ?? [];
        const text = given ?? '';
        if (form ? typeof text === 'string' && form.test(text) : !given)
            continue;
        if (given)
            throw (0, exports.invalidSecret)(`${vendor} ${name}`, given, `${expected}, ${warning}`);
        missing ??= name;
    }
    return { missing, live: !(0, exports.own)(options)['endpoint'] };
};
exports.checkOptions = checkOptions;
