/**
 * The amount of money that a shop says or prints: `19.9`, `'19,90'`, `'$1,299.00'`, `'1.299,00 €'`. Undefined where
 * there is none, or where it may be one of two: `'1,299'`.
 */
export declare const amountOf: (value: unknown) => number | undefined;
/** The currency of an amount, as ISO 4217 writes it. Undefined where it is none. */
export declare const currencyOf: (currency: unknown) => string | undefined;
