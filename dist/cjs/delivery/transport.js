"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.outcomesOf = exports.OFFLINE = exports.UNANSWERED = exports.SMALL_CHARS = void 0;
const outcome_ts_1 = require("../core/outcome.js");
/** Requests so small are to outlive the page, too. */
exports.SMALL_CHARS = 5_000;
exports.UNANSWERED = { type: 'retry', reason: 'unanswered' };
/** The request has not left: the browser has refused it, or said before and after that there is no network. */
exports.OFFLINE = { type: 'retry', reason: 'offline' };
/**
 * One outcome for each event of a request.
 * @param silence what it means that no answer came.
 */
const outcomesOf = (destination, { events, error }, response, silence) => {
    if (response)
        try {
            return destination.interpret(events, response);
        }
        catch {
            // A module of the site may throw: so nothing is known.
        }
    const outcome = error ? (0, outcome_ts_1.refusalOf)(events, error) : silence;
    return events.map(() => outcome);
};
exports.outcomesOf = outcomesOf;
