"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.encodingSafely = void 0;
/**
 * A destination whose `encode` never throws: a module of the site may. What it throws is the part's `error`, and counts
 * as a refusal, so that the guilty event is found and the others are delivered.
 */
const encodingSafely = (destination) => {
    const encode = (events, attempt, now) => {
        try {
            return destination.encode(events, attempt, now);
        }
        catch (error) {
            return { url: '', body: '', events, costMs: 0, error: `${error}` };
        }
    };
    // It may have been made by a class.
    return Object.assign(Object.create(destination), { encode });
};
exports.encodingSafely = encodingSafely;
