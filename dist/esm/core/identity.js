const textOf = (given) => `${given ?? ''}`.trim();
/**
 * The identity after `identify(userId, { email, phone })`, each in its normal form. What is malformed is
 * reported and left out: a vendor would refuse the whole batch for it.
 */
export const identified = (identity, userId, { email, phone }, report) => {
    const next = { ...identity };
    const take = (name, text, form) => {
        if (form.test(text))
            next[name] = text;
        else if (text)
            report(`${name} is malformed: ${text}`);
    };
    take('userId', textOf(userId), /^.{1,255}$/);
    take('email', textOf(email).toLowerCase(), /^[^\s@]+@[^\s@]+\.[^\s@]+$/);
    take('phone', textOf(phone).replace(/[\s().-]/g, ''), /^\+[1-9]\d{6,14}$/);
    return next;
};
