/**
 * All keepalive requests of a page share 64 KiB of body in flight (Fetch, section 4.7): this much is for what
 * leaves with the page, the rest for small requests before, which are to outlive it, too.
 */
export const HAND_OFF_BYTES = 50_000;
export const SMALL_CHARS = 5_000;
export const bytesOf = (text) => new Blob([text]).size;
/** One outcome for each event of a request. */
export const outcomesOf = ({ interpret }, { events }, response) => response ? interpret(events, response) : events.map(() => ({ type: 'retry', reason: 'unanswered' }));
