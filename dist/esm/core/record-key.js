import { startOfId } from "./id.js";
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
export const NAME = /^[a-z\d][\w.-]{0,63}$/i;
/** Returns the localStorage key of something that each namespace keeps for itself. */
export const placeIn = (name, namespace) => name + (namespace && `@${namespace}`);
/** Returns the name under which everything of one destination is stored, locked and counted. It has no slash. */
export const queueOf = ({ name, account }, namespace) => placeIn(`${name}:${encodeURIComponent(account)}`, namespace);
/** Reads from a queue's name whose queue it is, as far as the name tells. */
export const ownerOf = (queue) => {
    const [, name = queue, account = ''] = /^([^:]*):([^@]*)/.exec(queue) ?? [];
    try {
        return { name, account: decodeURIComponent(account) };
    }
    catch {
        return { name, account };
    }
};
/** The beginning of the keys of all records of a queue's events. */
export const recordsOf = (queue) => `${queue}/e/`;
/** The beginning of the keys of records that were never attempted. */
export const newOf = (queue) => `${queue}/e/new/`;
/** The beginning of the keys of held records, whose person is not yet known. */
export const heldOf = (queue) => `${queue}/e/held/`;
/** Returns the key that a record gets once the vendor may have its events. */
export const unansweredKeyOf = (key) => key.replace('/new/', '/again/');
/** Returns the key under which the removal of a record by a worker without pages is written down. */
export const goneKeyOf = (key) => key.replace('/e/', '/gone/');
/** The beginning of the keys of all records that a worker without pages has removed. */
export const goneOf = (queue) => `${queue}/gone/`;
/**
 * Returns the key of a dead letter's record when the letter is sent again. It is made from the letter's key, as the
 * event in the letter may be anything.
 */
export const revivedKeyOf = (key) => `${key.replace('/d/', '/e/again/')}/1`;
/** Returns the key of a record that is held until its person is known. */
export const heldKeyOf = (key, anonymousId) => `${key.replace('/new/', '/held/')}/${anonymousId}`;
/**
 * Makes the key of a record. Keys sort by the first id and tell the number of events, so that a queue is counted by its
 * keys.
 */
export const keyOf = (prefix, events) => `${prefix + events[0]?.id}/${events.length}`;
/** Returns a key that sorts before all records that were never attempted and begin with an id of that time or later. */
export const newSince = (queue, time) => newOf(queue) + startOfId(time);
export const firstIdIn = (key) => key.split('/')[3] ?? '';
/**
 * The largest believable number of events in a record. A larger one was written by something else, and would count for
 * all others.
 */
const MAX_COUNT = 10_000;
export const countIn = (key) => {
    const count = Number(key.split('/')[4]);
    return count > 0 && count < MAX_COUNT ? count : 0;
};
export const countAll = (keys) => keys.reduce((sum, key) => sum + countIn(key), 0);
/** Tells whether a value, which any script may have written, is the key of a record of this queue. */
export const isRecordOf = (queue, key) => typeof key === 'string' && key.startsWith(recordsOf(queue)) && countIn(key) > 0;
