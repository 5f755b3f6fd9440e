import { createDeadLetters } from "../../queue/dead-letters.js";
/** Gives access to the dead letters of the present life; there are none while nothing may be read. */
export const createRejected = (present, flush) => {
    const ask = async (work, nothing) => {
        const { gate, store } = present() ?? {};
        return gate && store ? gate.orClosed(work(createDeadLetters(store)), nothing) : nothing;
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
