import { textOf } from "./placeholder.js";
/**
 * An address that vendors take: plain letters before the `@` (Klaviyo refuses others), no dot at a wrong place, and a
 * top-level domain of two letters or more. The pattern is linear, since no part of a text can be read in two ways.
 */
const EMAIL = /^(?!\.)(?:\.?[\w!#$%&'*+/=?^`{|}~-])+@(?:[\p{L}\p{M}\p{N}-]+\.)+\p{L}[\p{L}\p{M}\p{N}-]+$/u;
/**
 * A number in E.164 that can exist: in North America a number has ten digits, neither its area code nor its exchange
 * begins with 0 or 1, and 555 and codes that end in 11 are no area codes.
 */
const PHONE = /^\+(?:1(?!555|.11)[2-9]\d\d[2-9]\d{6}|[2-9]\d{6,14})$/;
/** Returns an e-mail address in lower case; '' where the value is certainly none. */
export const emailOf = (given) => {
    const text = textOf(given).toLowerCase();
    return EMAIL.test(text) ? text : '';
};
/**
 * Returns a phone number in E.164; '' where the value is certainly none. A zero in brackets, `+49 (0) 170 …`, is not
 * dialled.
 */
export const phoneOf = (given) => {
    const text = textOf(given).replace(/\(0\)|[\s()./-]/g, '');
    return PHONE.test(text) ? text : '';
};
