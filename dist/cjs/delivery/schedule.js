"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createSchedule = exports.INTERVAL_MS = void 0;
/** From the first event of a quiet page to its request. */
exports.INTERVAL_MS = 1_000;
/**
 * When a sender flushes: one flush at a time, one timer.
 * @param enough so many events do not wait for the timer.
 */
const createSchedule = ({ setTimer }, enough, flush) => {
    let timer = 0;
    /** Events that were added since the last flush began. */
    let waiting = 0;
    let last = Promise.resolve();
    /** Resolves when this flush has ended. */
    const flushNow = (reason) => {
        last = last.then(() => {
            waiting = 0;
            return flush(reason);
        });
        return last;
    };
    /** The last word counts. */
    const flushIn = (ms, reason) => {
        const mine = ++timer;
        if (ms < Infinity)
            setTimer(() => mine === timer && flushNow(reason), ms);
    };
    return {
        flushNow,
        /** After a flush, which may have left what was added meanwhile. */
        flushAgainIn(ms) {
            flushIn(waiting ? Math.min(ms, exports.INTERVAL_MS) : ms, 'retry');
        },
        /** Unless there is work before. */
        lookIn(ms) {
            if (!waiting)
                flushIn(ms, 'retry');
        },
        /** @param ms that the first of them wait for others. */
        added(events, ms) {
            if (!waiting)
                flushIn(ms, 'interval');
            const before = waiting;
            waiting += events;
            if (before < enough && waiting >= enough)
                flushNow('size');
        },
    };
};
exports.createSchedule = createSchedule;
