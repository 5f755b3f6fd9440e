"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createRejected = void 0;
const dead_letters_ts_1 = require("../../queue/dead-letters.js");
/** Gives access to the dead letters of the present life; there are none while nothing may be read. */
const createRejected = (present, flush) => {
    const ask = async (work, nothing) => {
        const { gate, store } = present() ?? {};
        return gate && store ? gate.orClosed(work((0, dead_letters_ts_1.createDeadLetters)(store)), nothing) : nothing;
    };
    return Object.assign(() => ask(({ list }) => list(), []), {
        async retry(ids) {
            const events = await ask(({ retry }) => retry(ids), 0);
            await flush();
            return events;
        },
        clear: (ids) => ask(({ clear }) => clear(ids), 0),
    });
};
exports.createRejected = createRejected;
