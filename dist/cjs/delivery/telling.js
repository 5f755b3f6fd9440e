"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createTelling = void 0;
/** Emits a destination's events to the page. */
const createTelling = (name, tell) => {
    const told = new Set();
    /** Reports a mistake of the page once, however often the page makes it. */
    const once = (message) => {
        if (!told.has(message))
            tell('error', { reason: 'invalid', message });
        told.add(message);
    };
    return {
        once,
        /** Reports the outcomes of a request's events. */
        outcomes(events, outcomes) {
            if (outcomes[0]?.reason === 'paused')
                tell('paused', { message: `${name} refuses the key: ${outcomes[0].detail}` });
            events.forEach((event, index) => {
                const outcome = outcomes[index];
                const identifier = outcome?.identifier;
                const value = identifier && event.identity[identifier];
                if (value) {
                    tell('refused', { identifier, value });
                    once(`${name} refuses the ${identifier} of this person; events go without it`);
                }
                if (outcome && outcome.type !== 'retry')
                    tell('settled', { event, outcome, message: outcome.detail });
            });
        },
    };
};
exports.createTelling = createTelling;
