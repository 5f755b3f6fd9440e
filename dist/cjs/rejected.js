"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.withRejected = void 0;
const dead_letters_ts_1 = require("./queue/dead-letters.js");
const indexed_db_ts_1 = require("./store/indexed-db.js");
/**
 * Adds `rejected` to a tracker. It is an entry of its own, because few pages need it.
 * @example
 * const track = withRejected(createTracker({ destinations }))
 * for (const { event, detail } of await track.rejected()) console.log(event.name, detail)
 */
const withRejected = (track) => {
    const { list, retry, clear } = (0, dead_letters_ts_1.createDeadLetters)((0, indexed_db_ts_1.openIndexedDb)());
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
exports.withRejected = withRejected;
