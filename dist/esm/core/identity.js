/**
 * The identity after `identify(userId, { email, phone })`, each in its normal form. What is malformed is
 * reported and left out: a vendor would refuse the whole batch for it.
 */
export const identified = (identity, given, report) => {
    const normal = {};
    const take = (name, form, clean) => {
        const value = given[name];
        if (value === undefined || value === null)
            return;
        const text = clean(`${value}`.trim());
        if (form.test(text))
            normal[name] = text;
        else
            report(`${name} is malformed (${text}) and was left out`);
    };
    take('userId', /^.{1,255}$/, (text) => text);
    take('email', /^[^\s@]+@[^\s@]+\.[^\s@]+$/, (text) => text.toLowerCase());
    take('phone', /^\+[1-9]\d{6,14}$/, (text) => text.replace(/[\s().-]/g, ''));
    return { ...identity, ...normal };
};
