"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.phoneOf = exports.emailOf = void 0;
const placeholder_ts_1 = require("./placeholder.js");
/**
 * An address that vendors take: in plain letters before the `@` (Klaviyo refuses others), no dot at the wrong place, and a
 * top-level domain of two letters or more. Linear: no part of it can be read in two ways.
 */
const EMAIL = /^(?!\.)(?:\.?[\w!#$%&'*+/=?^`{|}~-])+@(?:[\p{L}\p{M}\p{N}-]+\.)+\p{L}[\p{L}\p{M}\p{N}-]+$/u;
/**
 * E.164, without what cannot be: in North America numbers have ten digits, neither area nor exchange begins with 0 or
 * 1, and 555 and those ending in 11 are no areas.
 */
const PHONE = /^\+(?:1(?!555|.11)[2-9]\d\d[2-9]\d{6}|[2-9]\d{6,14})$/;
/** An e-mail address in lower case; '' where it is certainly none. */
const emailOf = (given) => {
    const text = (0, placeholder_ts_1.textOf)(given).toLowerCase();
    return EMAIL.test(text) ? text : '';
};
exports.emailOf = emailOf;
/** A phone number in E.164; '' where it is certainly none. A zero in brackets, `+49 (0) 170 …`, is not dialled. */
const phoneOf = (given) => {
    const text = (0, placeholder_ts_1.textOf)(given).replace(/\(0\)|[\s()./-]/g, '');
    return PHONE.test(text) ? text : '';
};
exports.phoneOf = phoneOf;
