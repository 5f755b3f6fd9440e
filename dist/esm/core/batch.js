/**
 * The events that go into the next request. A batch that was refused without naming the guilty is searched by
 * halves: of those that are known to hold a guilty one, the first half goes alone. Delivered, it leaves the
 * guilty in the other half; refused, it is searched in turn; and one event alone is guilty by the vendor's word.
 */
export const nextOf = ({ events, bad }) => bad ? events.slice(0, (bad + 1) >> 1) : events;
/** The batch after its first events have got these outcomes. */
export const batchAfter = ({ events, tried, bad }, outcomes, attempt) => {
    const sent = outcomes.length;
    const left = events.filter((_, index) => (outcomes[index]?.type ?? 'retry') === 'retry');
    const has = (word) => outcomes.some(({ type, reason }) => type === word || reason === word);
    return {
        events: left,
        // A first attempt that was answered leaves no doubt; the answer to a resend says nothing of the others.
        tried: has('unanswered')
            ? Math.max(tried, sent)
            : attempt === 'resend'
                ? tried - (events.length - left.length)
                : 0,
        bad: has('dropped') ? 0 : has('together') ? sent : has('delivered') ? Math.max(0, bad - sent) : bad,
        until: 0,
    };
};
