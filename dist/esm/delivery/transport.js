/** Requests so small are to outlive the page, too. */
export const SMALL_CHARS = 5_000;
/** One outcome for each event of a request. */
export const outcomesOf = (destination, part, response) => response
    ? destination.interpret(part.events, response)
    : part.events.map(() => ({ type: 'retry', reason: 'unanswered' }));
