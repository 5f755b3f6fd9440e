import { emailOf, phoneOf } from "./identifier.js";
import { jsonOf, parsed } from "./json.js";
import { idOf, textOf } from "./placeholder.js";
/** Our names, how others spell them (Klaviyo, Segment, Bloomreach, RudderStack), and what may stand there. */
const KNOWN = [
    ['userId', /^(\$|external_?|user_?)id$/i, idOf],
    ['email', /^\$?e-?mail$/i, emailOf],
    ['phone', /^\$?phone(_?number)?$/i, phoneOf],
    ['firstName', /^\$?first_?name$/i, textOf],
    ['lastName', /^\$?last_?name$/i, textOf],
];
const isObject = (given) => typeof given === 'object' && given !== null && !Array.isArray(given);
/** User id and traits, either of which may be left out: `identify({ email })` names no id. */
export const identifyArguments = (first, second) => isObject(first) ? [undefined, first] : [first, isObject(second) ? second : {}];
/** What `identify(userId?, traits?)` says of a person: all of it in our names, and no placeholder taken for somebody. */
export const identifyCall = (first, second) => {
    const [userId, given] = identifyArguments(first, second);
    const said = {};
    const traits = {};
    const told = [];
    // As JSON, `NaN` and the like are null already. The argument comes last: it counts more than a trait.
    for (const [name, value] of [...Object.entries(parsed(jsonOf(given))), ['userId', userId]]) {
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
