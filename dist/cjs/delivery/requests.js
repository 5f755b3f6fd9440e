"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createRequests = void 0;
const transport_ts_1 = require("./transport.js");
/** Sends requests, or hands them off, and settles them. */
const createRequests = ({ send, isOnline }, destination, settle, telling) => {
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
            const answers = (0, transport_ts_1.outcomesOf)(destination, attempt, response, hasLeft ? transport_ts_1.UNANSWERED : transport_ts_1.OFFLINE);
            telling.outcomes(events, await settle({ ...attempt, outcomes: answers }));
        },
    };
};
exports.createRequests = createRequests;
