"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.withErased = void 0;
/**
 * Returns the traits of a person, with null for those that the site erases on purpose, `identify({ $unset: ['plan']
 * })`. A null or an empty text that a template prints is ignored, and is left out when it is tracked.
 */
const withErased = ({ $unset = [], ...traits }) => ({
    ...traits,
    ...Object.fromEntries([$unset].flat().map((name) => [name, null])),
});
exports.withErased = withErased;
