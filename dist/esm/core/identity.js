/** How an identifier must look. */
const FORMS = { userId: /^.{1,255}$/, email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, phone: /^\+[1-9]\d{6,14}$/ };
/**
 * The identity after `identify(userId, { email, phone })`, each in its normal form. What is malformed is
 * reported and left out: a vendor would refuse the whole batch for it.
 */
export const identified = (identity, given, report) => {
    const next = { ...identity };
    for (const [name, form] of Object.entries(FORMS)) {
        let text = `${given[name] ?? ''}`.trim();
        if (name === 'email')
            text = text.toLowerCase();
        if (name === 'phone')
            text = text.replace(/[\s().-]/g, '');
        if (form.test(text))
            next[name] = text;
        else if (text)
            report(`${name} is malformed: ${text}`);
    }
    return next;
};
