"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.jsonOf = exports.parsed = void 0;
/** The object in `json`; an empty one where a crash, or another program, has left something else. */
const parsed = (json) => {
    try {
        return { ...JSON.parse(`${json}`) };
    }
    catch {
        return {};
    }
};
exports.parsed = parsed;
/** Lists and texts are themselves, whatever old libraries (prototype.js) have taught them to say in JSON. */
function original(name, value) {
    const given = this[name];
    return typeof given === 'string' || Array.isArray(given) ? given : value;
}
/** `value` as JSON. The visit to every part is made on such pages alone: it costs three times the time. */
const jsonOf = (value) => JSON.stringify(value, 'toJSON' in Array.prototype ? original : undefined);
exports.jsonOf = jsonOf;
