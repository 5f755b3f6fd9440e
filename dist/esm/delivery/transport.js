import { refusalOf } from "../core/outcome.js";
/** Requests so small are to outlive the page, too. */
export const SMALL_CHARS = 5_000;
export const UNANSWERED = { type: 'retry', reason: 'unanswered' };
/** The request has not left: the browser has refused it, or said before and after that there is no network. */
export const OFFLINE = { type: 'retry', reason: 'offline' };
/**
 * One outcome for each event of a request.
 * @param silence what it means that no answer came.
 */
export const outcomesOf = (destination, { events, error }, response, silence) => {
    if (response)
        try {
            return destination.interpret(events, response);
        }
        catch {
            // A module of the site may throw: so nothing is known.
        }
    const outcome = error ? refusalOf(events, error) : silence;
    return events.map(() => outcome);
};
