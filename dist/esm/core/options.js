/** A vendor's own origin, or a path of the site that leads to it. */
export const ENDPOINT = [/^(https?:\/)?\/./, 'an https:// address, or a path'];
/**
 * Compares what a site has configured with the form of each option.
 * @throws {TypeError} that names the option and what was expected. What was given may be a secret: only its kind is told.
 */
export const checkOptions = (options, forms) => {
    for (const name in { ...forms, ...options }) {
        const given = options[name] ?? '';
        const [form, expected] = Object.hasOwn(forms, name)
            ? forms[name]
            : [/^$/, `one of ${Object.keys(forms)}`];
        if (!form.test(`${given}`))
            throw new TypeError(`sendoff: ${name} is a ${typeof given} of ${`${given}`.length} characters; expected ${expected}`);
    }
};
