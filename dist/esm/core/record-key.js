import { startOfId } from "./id.js";
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
export const NAME = /^[a-z\d][\w.-]{0,63}$/i;
/** Where localStorage keeps something that each namespace has for itself. */
export const placeIn = (name, namespace) => name + (namespace && `@${namespace}`);
/** The name under which everything of one destination is stored, locked and counted. It has no slash. */
export const queueOf = ({ name, account }, namespace) => placeIn(`${name}:${encodeURIComponent(account)}`, namespace);
/** Whose queue this is, as far as it can be read. */
export const ownerOf = (queue) => {
    const [, name = queue, account = ''] = /^([^:]*):([^@]*)/.exec(queue) ?? [];
    try {
        return { name, account: decodeURIComponent(account) };
    }
    catch {
        return { name, account };
    }
};
/** All records of a queue's events. */
export const recordsOf = (queue) => `${queue}/e/`;
/** Those that were never attempted. */
export const newOf = (queue) => `${queue}/e/new/`;
/** Those that wait until it is known whose they are. */
export const heldOf = (queue) => `${queue}/e/held/`;
/** Where a record lies once the vendor may have it. */
export const unansweredKeyOf = (key) => key.replace('/new/', '/again/');
/** Where it is written down that a worker without pages has removed a record. */
export const goneKeyOf = (key) => key.replace('/e/', '/gone/');
/** All records that a worker without pages has removed. */
export const goneOf = (queue) => `${queue}/gone/`;
/** Where a dead letter lies that is tried again, by its key: the event in it may be anything. */
export const revivedKeyOf = (key) => `${key.replace('/d/', '/e/again/')}/1`;
/** Where a record lies until it is known whose it is. */
export const heldKeyOf = (key, anonymousId) => `${key.replace('/new/', '/held/')}/${anonymousId}`;
/** Keys sort by the first id and tell the number of events: a queue is counted by its keys. */
export const keyOf = (prefix, events) => `${prefix + events[0]?.id}/${events.length}`;
/** Sorts before all records that were never attempted and begin with an id of that time or a later one. */
export const newSince = (queue, time) => newOf(queue) + startOfId(time);
export const firstIdIn = (key) => key.split('/')[3] ?? '';
/** No record has as many events: what says so was not written by us, and would count for all others. */
const MAX_COUNT = 10_000;
export const countIn = (key) => {
    const count = Number(key.split('/')[4]);
    return count > 0 && count < MAX_COUNT ? count : 0;
};
export const countAll = (keys) => keys.reduce((sum, key) => sum + countIn(key), 0);
/** Tells whether something, which anybody may have written, is the key of a queue's record. */
export const isRecordOf = (queue, key) => typeof key === 'string' && key.startsWith(recordsOf(queue)) && countIn(key) > 0;
