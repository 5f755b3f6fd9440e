/** All keepalive requests and beacons of a page share 64 KiB of body in flight (Fetch, section 4.7). */
export const KEEPALIVE_BYTES = 65_536;
export const bytesOf = (text) => new Blob([text]).size;
/** One outcome for each event of a request. */
export const outcomesOf = ({ interpret }, events, response) => response ? interpret(events, response) : events.map(() => ({ type: 'retry', reason: 'unanswered' }));
