import { emailOf, phoneOf } from "./identifier.js";
import { jsonOf, parsed } from "./json.js";
import { idOf, textOf } from "./placeholder.js";
/**
 * Our names of the identifiers, the spellings of others (Klaviyo, Segment, Bloomreach, RudderStack), and the form of
 * each.
 */
const KNOWN = [
    ['userId', /^(\$|external_?|user_?)id$/i, idOf],
    ['email', /^\$?e-?mail$/i, emailOf],
    ['phone', /^\$?phone(_?number)?$/i, phoneOf],
    ['firstName', /^\$?first_?name$/i, textOf],
    ['lastName', /^\$?last_?name$/i, textOf],
];
const isObject = (given) => typeof given === 'object' && given !== null && !Array.isArray(given);
/** Returns the user id and the traits, either of which may be left out: `identify({ email })` has no user id. */
export const identifyArguments = (first, second) => isObject(first) ? [undefined, first] : [first, isObject(second) ? second : {}];
/**
 * Reads the arguments of `identify(userId?, traits?)`: it uses our names for identifiers, and takes no placeholder for
 * a person.
 */
export const identifyCall = (first, second) => {
    const [userId, given] = identifyArguments(first, second);
    const said = {};
    const traits = {};
    const told = [];
    // As JSON, `NaN` and the like are null already. The argument comes last, so that it counts more than a trait.
    for (const [name, value] of [...Object.entries(parsed(jsonOf(given))), ['userId', userId]]) {
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
