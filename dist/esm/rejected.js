import { createDeadLetters } from "./queue/dead-letters.js";
import { openIndexedDb } from "./store/indexed-db.js";
/**
 * Adds `rejected` to a tracker. It is an entry of its own, because few pages need it.
 * @example
 * const track = withRejected(createTracker({ destinations }))
 * for (const { event, detail } of await track.rejected()) console.log(event.name, detail)
 */
export const withRejected = (track) => {
    const { list, retry, clear } = createDeadLetters(openIndexedDb());
    const rejected = Object.assign(() => list(), {
        retry: async (ids) => {
            const events = await retry(ids);
            await track.flush();
            return events;
        },
        clear,
    });
    return Object.assign(track, { rejected });
};
