"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.isRecordOf = exports.countAll = exports.countIn = exports.firstIdIn = exports.newSince = exports.keyOf = exports.heldKeyOf = exports.revivedKeyOf = exports.goneOf = exports.goneKeyOf = exports.unansweredKeyOf = exports.heldOf = exports.newOf = exports.recordsOf = exports.ownerOf = exports.queueOf = exports.placeIn = exports.NAME = void 0;
const id_ts_1 = require("./id.js");
/*
 * The names of everything that is stored. `<queue>` is one destination's name and account, and the site's namespace:
 *
 *   <queue>/e/new/<first id>/<events>                      records whose events were never attempted
 *   <queue>/e/again/<first id>/<events>                    records whose events the vendor may have; they sort first
 *   <queue>/e/held/<first id>/<events>/<anonymous id>      records whose person is not known yet
 *   <queue>/d/<id>                                         a dead letter
 *   <queue>/s                                              the state of the queue that all tabs share
 *   <queue>/gone/<kind>/<first id>/…                       the trace of a record that a worker without pages has removed:
 *                                                          no note may bring the record back
 *
 * In localStorage, `sendoff/<queue>` is the mark, and `sendoff/<queue>/<id>` is a note of a page that was left.
 */
/** The form of a destination's name, and of a namespace. */
exports.NAME = /^[a-z\d][\w.-]{0,63}$/i;
/** Returns the localStorage key of something that each namespace keeps for itself. */
const placeIn = (name, namespace) => name + (namespace && `@${namespace}`);
exports.placeIn = placeIn;
/** Returns the name under which everything of one destination is stored, locked and counted. It has no slash. */
const queueOf = ({ name, account }, namespace) => (0, exports.placeIn)(`${name}:${encodeURIComponent(account)}`, namespace);
exports.queueOf = queueOf;
/** Reads from a queue's name whose queue it is, as far as the name tells. */
const ownerOf = (queue) => {
    const [, name = queue, account = ''] = /^([^:]*):([^@]*)/.exec(queue) ?? [];
    try {
        return { name, account: decodeURIComponent(account) };
    }
    catch {
        return { name, account };
    }
};
exports.ownerOf = ownerOf;
/** The beginning of the keys of all records of a queue's events. */
const recordsOf = (queue) => `${queue}/e/`;
exports.recordsOf = recordsOf;
/** The beginning of the keys of records that were never attempted. */
const newOf = (queue) => `${queue}/e/new/`;
exports.newOf = newOf;
/** The beginning of the keys of held records, whose person is not yet known. */
const heldOf = (queue) => `${queue}/e/held/`;
exports.heldOf = heldOf;
/** Returns the key that a record gets once the vendor may have its events. */
const unansweredKeyOf = (key) => key.replace('/new/', '/again/');
exports.unansweredKeyOf = unansweredKeyOf;
/** Returns the key under which the removal of a record by a worker without pages is written down. */
const goneKeyOf = (key) => key.replace('/e/', '/gone/');
exports.goneKeyOf = goneKeyOf;
/** The beginning of the keys of all records that a worker without pages has removed. */
const goneOf = (queue) => `${queue}/gone/`;
exports.goneOf = goneOf;
/**
 * Returns the key of a dead letter's record when the letter is sent again. It is made from the letter's key, as the
 * event in the letter may be anything.
 */
const revivedKeyOf = (key) => `${key.replace('/d/', '/e/again/')}/1`;
exports.revivedKeyOf = revivedKeyOf;
/** Returns the key of a record that is held until its person is known. */
const heldKeyOf = (key, anonymousId) => `${key.replace('/new/', '/held/')}/${anonymousId}`;
exports.heldKeyOf = heldKeyOf;
/**
 * Makes the key of a record. Keys sort by the first id and tell the number of events, so that a queue is counted by its
 * keys.
 */
const keyOf = (prefix, events) => `${prefix + events[0]?.id}/${events.length}`;
exports.keyOf = keyOf;
/** Returns a key that sorts before all records that were never attempted and begin with an id of that time or later. */
const newSince = (queue, time) => (0, exports.newOf)(queue) + (0, id_ts_1.startOfId)(time);
exports.newSince = newSince;
const firstIdIn = (key) => key.split('/')[3] ?? '';
exports.firstIdIn = firstIdIn;
/**
 * The largest believable number of events in a record. A larger one was written by something else, and would count for
 * all others.
 */
const MAX_COUNT = 10_000;
const countIn = (key) => {
    const count = Number(key.split('/')[4]);
    return count > 0 && count < MAX_COUNT ? count : 0;
};
exports.countIn = countIn;
const countAll = (keys) => keys.reduce((sum, key) => sum + (0, exports.countIn)(key), 0);
exports.countAll = countAll;
/** Tells whether a value, which any script may have written, is the key of a record of this queue. */
const isRecordOf = (queue, key) => typeof key === 'string' && key.startsWith((0, exports.recordsOf)(queue)) && (0, exports.countIn)(key) > 0;
exports.isRecordOf = isRecordOf;
