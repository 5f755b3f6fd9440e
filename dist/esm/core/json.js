/** Returns the object in `json`; an empty object where a crash, or another program, has left something else. */
export const parsed = (json) => {
    try {
        return { ...JSON.parse(`${json}`) };
    }
    catch {
        return {};
    }
};
/** Returns a list or a text as it is, whatever old libraries (prototype.js) make of it in JSON. */
function original(name, value) {
    const given = this[name];
    return typeof given === 'string' || Array.isArray(given) ? given : value;
}
/**
 * Returns `value` as JSON. Only a page with such a library visits every part, because that takes three times as long.
 */
export const jsonOf = (value) => JSON.stringify(value, 'toJSON' in Array.prototype ? original : undefined);
