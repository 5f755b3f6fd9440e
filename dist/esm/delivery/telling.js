/** What the page is told of a destination's events. */
export const createTelling = (name, tell) => {
    const told = new Set();
    /** What is wrong with what the page says: once, however often it says it. */
    const once = (message) => {
        if (!told.has(message))
            tell('error', { reason: 'invalid', message });
        told.add(message);
    };
    return {
        once,
        /** What has become of a request's events. */
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
