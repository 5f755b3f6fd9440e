/** A vendor's origin, or a path of the site that leads to it. */
export const ENDPOINT = /^((https?:\/)?\/.*)?$/;
export const invalid = (option, given, expected) => new TypeError(`sendoff: ${option} is ${given}; expected ${expected}`);
/**
 * Compares what a site has configured with the form of each option.
 * @throws {TypeError} that names the option, the kind of what was given (it may be a secret), and what was expected:
 * the form, or the options that there are, and this `warning`.
 */
export const checkOptions = (options, forms, warning) => {
    for (const name of Object.keys({ ...forms, ...options })) {
        const given = options[name];
        const form = forms[name];
        if (form ? !form.test(given ?? '') : given)
            throw invalid(name, typeof given, `${form ?? Object.keys(forms)}, ${warning}`);
    }
};
