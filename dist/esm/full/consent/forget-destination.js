import { forgetWorkers } from "./forget-workers.js";
/** Removes what waits for a vendor that the visitor has opted out of. Resolves when it is gone; never rejects. */
export const forgetDestination = async (queue, area, store) => {
    for (const place of area.keys())
        if (place === `sendoff/${queue}` ||
            place === `sendoff-grant/${queue}` ||
            place.startsWith(`sendoff/${queue}/`))
            area.delete(place);
    await forgetWorkers(queue);
    try {
        await store(async (t) => {
            for (const key of await t.keys(`${queue}/`))
                t.remove(key);
        });
    }
    catch {
        // No database: then nothing waits in it.
    }
};
