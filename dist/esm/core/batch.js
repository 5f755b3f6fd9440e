import { groupOf } from "./event.js";
import { parsed } from "./json.js";
const isEvent = (event) => typeof event?.id === 'string' && !!event.identity && !!event.properties;
/** The record as it was written; without events where something else was found. */
export const batchFrom = (json) => {
    const batch = { events: [], tried: 0, bad: 0, until: 0, keys: [], ...parsed(json) };
    const isBatch = Array.isArray(batch.events) && batch.events.every(isEvent);
    return isBatch ? batch : { ...batch, events: [] };
};
/** Both as one, when they may share a request. */
export const joined = (batch, next) => batch.tried || batch.bad || next.tried || next.bad || groupOf(batch) !== groupOf(next)
    ? undefined
    : { ...batch, events: [...batch.events, ...next.events] };
/**
 * The events that go into the next request. A batch that was refused without naming the guilty is searched by
 * halves: of those that are known to hold a guilty one, the first half goes alone. Delivered, it leaves the
 * guilty in the other half; refused, it is searched in turn; and one event alone is guilty by the vendor's word.
 */
export const nextOf = ({ events, bad }) => bad ? events.slice(0, Math.max(1, (bad + 1) >> 1)) : events;
/** The batch after its first events have got these outcomes. */
export const batchAfter = ({ events, tried, bad }, outcomes, attempt) => {
    const left = events.filter((_, index) => (outcomes[index]?.type ?? 'retry') === 'retry');
    const gone = events.length - left.length;
    const has = (word) => outcomes.some(({ type, reason }) => type === word || reason === word);
    // A first attempt that was answered leaves no doubt; the answer to a resend says nothing of the others.
    const doubtful = attempt === 'resend' ? tried - gone : 0;
    const suspect = has('together') ? outcomes.length : Math.max(0, bad - gone);
    return {
        events: left,
        tried: has('unanswered') ? Math.max(tried, outcomes.length) : doubtful,
        bad: has('dropped') ? 0 : suspect,
        until: 0,
        keys: [],
    };
};
