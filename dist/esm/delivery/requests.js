import { OFFLINE, outcomesOf, UNANSWERED } from "./transport.js";
/** Sends requests, or hands them off, and settles them. */
export const createRequests = ({ send, isOnline }, destination, settle, telling) => {
    let inFlight = 0;
    return {
        /** So many events are on their way. */
        inFlight: () => inFlight,
        async deliver(attempt, timeoutMs, leaving) {
            const { events } = attempt;
            inFlight += events.length;
            attempt.told?.forEach(telling.once);
            const wasOnline = isOnline();
            const response = attempt.error ? undefined : await send(attempt, timeoutMs, leaving);
            inFlight -= events.length;
            // A beacon: as a hand-off whose answer never comes, its note says all.
            if (response === true)
                return;
            const hasLeft = response !== false && (wasOnline || isOnline());
            const answers = outcomesOf(destination, attempt, response, hasLeft ? UNANSWERED : OFFLINE);
            telling.outcomes(events, await settle({ ...attempt, outcomes: answers }));
        },
    };
};
