/** Most calls that are kept in memory, which is as many as the stub keeps. */
export const MAX_HELD = 1_000;
/** Keeps calls in their order, each with the time at which it was made. */
export const createHeldCalls = () => {
    let held = [];
    const take = () => {
        const taken = held;
        held = [];
        return taken;
    };
    return {
        isEmpty: () => !held[0],
        hold(call, time) {
            if (held.length < MAX_HELD)
                held.push({ ...call, time });
            else
                call.drop('evicted');
        },
        replay(client, gate) {
            for (const { make, time } of take()) {
                client.replayAt(time);
                make(client, gate);
            }
            client.replayAt();
        },
        drop(reason) {
            for (const { drop } of take())
                drop(reason);
        },
    };
};
