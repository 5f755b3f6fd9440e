"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.createErasure = void 0;
const erase_database_ts_1 = require("../../store/erase-database.js");
const erase_areas_ts_1 = require("./erase-areas.js");
const forget_workers_ts_1 = require("./forget-workers.js");
/** Removes every trace of the visitor from this browser. */
const createErasure = (cookie, { isAnew, onErased, onDone }) => {
    let last;
    const eraseNow = () => {
        (0, erase_areas_ts_1.eraseAreas)();
        cookie.remove();
    };
    return {
        isGoingOn: () => !!last,
        erase() {
            eraseNow();
            const erasure = Promise.all([(0, erase_database_ts_1.eraseDatabase)(), (0, forget_workers_ts_1.forgetWorkers)()]).then(([events]) => {
                // Other tabs may have written before they heard of the erasure, so everything is erased once more. A page that
                // was left may have begun anew meanwhile: then nothing more is erased.
                if (!isAnew())
                    eraseNow();
                if (events)
                    onErased(events);
                if (last !== erasure)
                    return;
                last = undefined;
                onDone();
            });
            last = erasure;
            return erasure;
        },
    };
};
exports.createErasure = createErasure;
