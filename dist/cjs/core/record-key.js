"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.isRecordOf = exports.countAll = exports.countIn = exports.firstIdIn = exports.newSince = exports.keyOf = exports.heldKeyOf = exports.revivedKeyOf = exports.goneOf = exports.goneKeyOf = exports.unansweredKeyOf = exports.heldOf = exports.newOf = exports.recordsOf = exports.ownerOf = exports.queueOf = exports.placeIn = exports.NAME = void 0;
const id_ts_1 = require("./id.js");
/*
 * The names of everything that is stored. `<queue>` is one destination's name and account, and the site's namespace:
 *
 *   <queue>/e/new/<first id>/<events>                      events that were never attempted
 *   <queue>/e/again/<first id>/<events>                    the vendor may have them; sorts first
 *   <queue>/e/held/<first id>/<events>/<anonymous id>      they wait until it is known whose they are
 *   <queue>/d/<id>                                         a dead letter
 *   <queue>/s                                              what all tabs share about the queue
 *   <queue>/gone/<kind>/<first id>/…                       a record that a worker without pages has removed: no note brings it back
 *
 * In localStorage, `sendoff/<queue>` is the mark, and `sendoff/<queue>/<id>` a note of a page that was left.
 */
/** The form of a destination's name, and of a namespace. */
exports.NAME = /^[a-z\d][\w.-]{0,63}$/i;
/** Where localStorage keeps something that each namespace has for itself. */
const placeIn = (name, namespace) => name + (namespace && `@${namespace}`);
exports.placeIn = placeIn;
/** The name under which everything of one destination is stored, locked and counted. It has no slash. */
const queueOf = ({ name, account }, namespace) => (0, exports.placeIn)(`${name}:${encodeURIComponent(account)}`, namespace);
exports.queueOf = queueOf;
/** Whose queue this is, as far as it can be read. */
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
/** All records of a queue's events. */
const recordsOf = (queue) => `${queue}/e/`;
exports.recordsOf = recordsOf;
/** Those that were never attempted. */
const newOf = (queue) => `${queue}/e/new/`;
exports.newOf = newOf;
/** Those that wait until it is known whose they are. */
const heldOf = (queue) => `${queue}/e/held/`;
exports.heldOf = heldOf;
/** Where a record lies once the vendor may have it. */
const unansweredKeyOf = (key) => key.replace('/new/', '/again/');
exports.unansweredKeyOf = unansweredKeyOf;
/** Where it is written down that a worker without pages has removed a record. */
const goneKeyOf = (key) => key.replace('/e/', '/gone/');
exports.goneKeyOf = goneKeyOf;
/** All records that a worker without pages has removed. */
const goneOf = (queue) => `${queue}/gone/`;
exports.goneOf = goneOf;
/** Where a dead letter lies that is tried again, by its key: the event in it may be anything. */
const revivedKeyOf = (key) => `${key.replace('/d/', '/e/again/')}/1`;
exports.revivedKeyOf = revivedKeyOf;
/** Where a record lies until it is known whose it is. */
const heldKeyOf = (key, anonymousId) => `${key.replace('/new/', '/held/')}/${anonymousId}`;
exports.heldKeyOf = heldKeyOf;
/** Keys sort by the first id and tell the number of events: a queue is counted by its keys. */
const keyOf = (prefix, events) => `${prefix + events[0]?.id}/${events.length}`;
exports.keyOf = keyOf;
/** Sorts before all records that were never attempted and begin with an id of that time or a later one. */
const newSince = (queue, time) => (0, exports.newOf)(queue) + (0, id_ts_1.startOfId)(time);
exports.newSince = newSince;
const firstIdIn = (key) => key.split('/')[3] ?? '';
exports.firstIdIn = firstIdIn;
/** No record has as many events: what says so was not written by us, and would count for all others. */
const MAX_COUNT = 10_000;
const countIn = (key) => {
    const count = Number(key.split('/')[4]);
    return count > 0 && count < MAX_COUNT ? count : 0;
};
exports.countIn = countIn;
const countAll = (keys) => keys.reduce((sum, key) => sum + (0, exports.countIn)(key), 0);
exports.countAll = countAll;
/** Tells whether something, which anybody may have written, is the key of a queue's record. */
const isRecordOf = (queue, key) => typeof key === 'string' && key.startsWith((0, exports.recordsOf)(queue)) && (0, exports.countIn)(key) > 0;
exports.isRecordOf = isRecordOf;
