"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createNotes = void 0;
const json_ts_1 = require("../../core/json.js");
const watermark_ts_1 = require("./watermark.js");
/**
 * The last moment's store: synchronous, so that it works while a page is being left. Every transaction over the
 * shared state takes the notes into the database first.
 * @param areaNow localStorage, or what this page has instead.
 */
const createNotes = (areaNow, queue, now) => {
    const watermarkPlace = `sendoff/${queue}`;
    const watermark = (0, watermark_ts_1.createWatermark)(areaNow, watermarkPlace, queue, now);
    // Where localStorage is refused, this tab at least knows its own.
    const memory = new Map();
    const ownWatermark = (0, watermark_ts_1.createWatermark)(() => memory, watermarkPlace, queue, now);
    const grant = (0, watermark_ts_1.createWatermark)(areaNow, `sendoff-grant/${queue}`, queue, now);
    return {
        list: () => [...areaNow().keys()].filter((place) => place.startsWith(`${watermarkPlace}/`)).sort(),
        /** Tells whether it could be written. */
        write(id, note) {
            const place = `${watermarkPlace}/${id}`;
            const json = (0, json_ts_1.jsonOf)(note);
            areaNow().set(place, json);
            return areaNow().get(place) === json;
        },
        /** An answer lies among the notes where a page was left with memory alone before it could settle it. */
        read: (place) => (0, json_ts_1.parsed)(areaNow().get(place)),
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
exports.createNotes = createNotes;
