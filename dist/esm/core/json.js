/** The object in `json`; an empty one where a crash, or another program, has left something else. */
export const parsed = (json) => {
    try {
        return { ...JSON.parse(`${json}`) };
    }
    catch {
        return {};
    }
};
/** Lists and texts are themselves, whatever old libraries (prototype.js) have taught them to say in JSON. */
function original(name, value) {
    const given = this[name];
    return typeof given === 'string' || Array.isArray(given) ? given : value;
}
/** `value` as JSON. The visit to every part is made on such pages alone: it costs three times the time. */
export const jsonOf = (value) => JSON.stringify(value, 'toJSON' in Array.prototype ? original : undefined);
