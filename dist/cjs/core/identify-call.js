"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.identifyCall = exports.identifyArguments = void 0;
const identifier_ts_1 = require("./identifier.js");
const json_ts_1 = require("./json.js");
const placeholder_ts_1 = require("./placeholder.js");
/**
 * Our names of the identifiers, the spellings of others (Klaviyo, Segment, Bloomreach, RudderStack), and the form of
 * each.
 */
const KNOWN = [
    ['userId', /^(\$|external_?|user_?)id$/i, placeholder_ts_1.idOf],
    ['email', /^\$?e-?mail$/i, identifier_ts_1.emailOf],
    ['phone', /^\$?phone(_?number)?$/i, identifier_ts_1.phoneOf],
    ['firstName', /^\$?first_?name$/i, placeholder_ts_1.textOf],
    ['lastName', /^\$?last_?name$/i, placeholder_ts_1.textOf],
];
const isObject = (given) => typeof given === 'object' && given !== null && !Array.isArray(given);
/** Returns the user id and the traits, either of which may be left out: `identify({ email })` has no user id. */
const identifyArguments = (first, second) => isObject(first) ? [undefined, first] : [first, isObject(second) ? second : {}];
exports.identifyArguments = identifyArguments;
/**
 * Reads the arguments of `identify(userId?, traits?)`: it uses our names for identifiers, and takes no placeholder for
 * a person.
 */
const identifyCall = (first, second) => {
    const [userId, given] = (0, exports.identifyArguments)(first, second);
    const said = {};
    const traits = {};
    const told = [];
    // As JSON, `NaN` and the like are null already. The argument comes last, so that it counts more than a trait.
    for (const [name, value] of [...Object.entries((0, json_ts_1.parsed)((0, json_ts_1.jsonOf)(given))), ['userId', userId]]) {
        // An empty trait is left out, because it would erase the vendor's value.
        if (((typeof value === 'string' ? value.trim() : value) ?? '') === '')
            continue;
        const [ours, , normal] = KNOWN.find(([, spelling]) => spelling.test(name)) ?? [];
        const text = normal?.(value);
        if (!ours)
            traits[name] = value;
        else if (!text)
            told.push(`${ours} is malformed, and left out`);
        else if (ours === 'firstName' || ours === 'lastName')
            traits[ours] = text;
        else
            said[ours] = text;
    }
    return { said, traits, told };
};
exports.identifyCall = identifyCall;
