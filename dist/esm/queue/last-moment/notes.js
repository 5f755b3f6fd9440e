import { jsonOf, parsed } from "../../core/json.js";
import { createWatermark } from "./watermark.js";
/**
 * The last moment's store: synchronous, so that it works while a page is being left. Every transaction over the
 * shared state takes the notes into the database first.
 * @param areaNow localStorage, or what this page has instead.
 */
export const createNotes = (areaNow, queue, now) => {
    const watermarkPlace = `sendoff/${queue}`;
    const watermark = createWatermark(areaNow, watermarkPlace, queue, now);
    // Where localStorage is refused, this tab at least knows its own.
    const memory = new Map();
    const ownWatermark = createWatermark(() => memory, watermarkPlace, queue, now);
    const grant = createWatermark(areaNow, `sendoff-grant/${queue}`, queue, now);
    return {
        list: () => [...areaNow().keys()].filter((place) => place.startsWith(`${watermarkPlace}/`)).sort(),
        /** Tells whether it could be written. */
        write(id, note) {
            const place = `${watermarkPlace}/${id}`;
            const json = jsonOf(note);
            areaNow().set(place, json);
            return areaNow().get(place) === json;
        },
        /** An answer lies among the notes where a page was left with memory alone before it could settle it. */
        read: (place) => parsed(areaNow().get(place)),
        /**
         * The highest record that any tab has ever taken for sending, raised to these. What a page hands off when it
         * is left lies above it; so nothing is handed off that another tab is sending.
         * @param keys in ascending order.
         */
        watermark(keys = []) {
            if (keys[0])
                for (const its of [watermark, ownWatermark])
                    its.raise(keys);
            const [known, own] = [watermark.read(), ownWatermark.read()];
            return own > known ? own : known;
        },
        /** The highest new record that a page has let the service worker take; see `src/worker/`. */
        granted: grant.read,
    };
};
