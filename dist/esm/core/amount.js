/** A currency at either end of an amount: its sign, also after letters (`US$`), or the three letters of ISO 4217. */
const CURRENCY = /^(-?)(?:[A-Z]{0,3}\p{Sc}|[A-Z]{3})\s*|\s*(?:[A-Z]{0,3}\p{Sc}|[A-Z]{3})$/u;
/**
 * A number in groups of two (as in India) or three digits, of which the last has three; or without groups. `1,299` does
 * not match: nobody knows whether it is more than a thousand or a fraction.
 */
const NUMBER = /^-?(?![1-9]\d{0,2}[.,]\d{3}$)(?:[1-9]\d{0,2}([.,\s'’])(?:\d{2,3}\1)*\d{3}(?:(?!\1)[.,]\d+)?|\d*[.,]?\d+)$/;
/** The longest text that is read as an amount. */
const MAX_CHARS = 64;
/**
 * Reads an amount of money as shops print it: `19.9`, `'19,90'`, `'$1,299.00'`, `'1.299,00 €'`. The result is undefined
 * where the value is no amount, or where it may be one of two: `'1,299'`.
 */
export const amountOf = (value) => {
    if (typeof value === 'number')
        return Number.isFinite(value) ? value : undefined;
    if (typeof value !== 'string' || value.length > MAX_CHARS)
        return undefined;
    const text = value.trim().replace(CURRENCY, '$1');
    const found = NUMBER.exec(text);
    return found ? Number(text.replaceAll(found[1] ?? '', '').replace(',', '.')) : undefined;
};
/** Returns a currency as ISO 4217 writes it; undefined where the value is no currency. */
export const currencyOf = (currency) => typeof currency === 'string' ? /^\s*([a-z]{3})\s*$/i.exec(currency)?.[1]?.toUpperCase() : undefined;
