"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.identifyCall = exports.identifyArguments = void 0;
const identifier_ts_1 = require("./identifier.js");
const json_ts_1 = require("./json.js");
const placeholder_ts_1 = require("./placeholder.js");
/** Our names, how others spell them (Klaviyo, Segment, Bloomreach, RudderStack), and what may stand there. */
const KNOWN = [
    ['userId', /^(\$|external_?|user_?)id$/i, placeholder_ts_1.idOf],
    ['email', /^\$?e-?mail$/i, identifier_ts_1.emailOf],
    ['phone', /^\$?phone(_?number)?$/i, identifier_ts_1.phoneOf],
    ['firstName', /^\$?first_?name$/i, placeholder_ts_1.textOf],
    ['lastName', /^\$?last_?name$/i, placeholder_ts_1.textOf],
];
const isObject = (given) => typeof given === 'object' && given !== null && !Array.isArray(given);
/** User id and traits, either of which may be left out: `identify({ email })` names no id. */
const identifyArguments = (first, second) => isObject(first) ? [undefined, first] : [first, isObject(second) ? second : {}];
exports.identifyArguments = identifyArguments;
/** What `identify(userId?, traits?)` says of a person: all of it in our names, and no placeholder taken for somebody. */
const identifyCall = (first, second) => {
    const [userId, given] = (0, exports.identifyArguments)(first, second);
    const said = {};
    const traits = {};
    const told = [];
    // As JSON, `NaN` and the like are null already. The argument comes last: it counts more than a trait.
    for (const [name, value] of [...Object.entries((0, json_ts_1.parsed)((0, json_ts_1.jsonOf)(given))), ['userId', userId]]) {
        // An empty trait must not erase the vendor's value.
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
