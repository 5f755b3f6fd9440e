"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.currencyOf = exports.amountOf = void 0;
/** At either end: the sign of a currency, also after letters (`US$`), or the three letters of ISO 4217. */
const CURRENCY = /^(-?)(?:[A-Z]{0,3}\p{Sc}|[A-Z]{3})\s*|\s*(?:[A-Z]{0,3}\p{Sc}|[A-Z]{3})$/u;
/**
 * In groups of two (as in India) or three digits, of which the last has three; or without groups. Not what may be a
 * thousand and more or a fraction, which nobody knows: `1,299`.
 */
const NUMBER = /^-?(?![1-9]\d{0,2}[.,]\d{3}$)(?:[1-9]\d{0,2}([.,\s'’])(?:\d{2,3}\1)*\d{3}(?:(?!\1)[.,]\d+)?|\d*[.,]?\d+)$/;
/** No amount is longer. */
const MAX_CHARS = 64;
/**
 * The amount of money that a shop says or prints: `19.9`, `'19,90'`, `'$1,299.00'`, `'1.299,00 €'`. Undefined where
 * there is none, or where it may be one of two: `'1,299'`.
 */
const amountOf = (value) => {
    if (typeof value === 'number')
        return Number.isFinite(value) ? value : undefined;
    if (typeof value !== 'string' || value.length > MAX_CHARS)
        return undefined;
    const text = value.trim().replace(CURRENCY, '$1');
    const found = NUMBER.exec(text);
    return found ? Number(text.replaceAll(found[1] ?? '', '').replace(',', '.')) : undefined;
};
exports.amountOf = amountOf;
/** The currency of an amount, as ISO 4217 writes it. Undefined where it is none. */
const currencyOf = (currency) => typeof currency === 'string' ? /^\s*([a-z]{3})\s*$/i.exec(currency)?.[1]?.toUpperCase() : undefined;
exports.currencyOf = currencyOf;
