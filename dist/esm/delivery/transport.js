/** Requests so small are to outlive the page, too. */
export const SMALL_CHARS = 5_000;
/** One outcome for each event of a request. */
export const outcomesOf = ({ interpret }, { events }, response) => response ? interpret(events, response) : events.map(() => ({ type: 'retry', reason: 'unanswered' }));
