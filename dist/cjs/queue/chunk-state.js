"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.mayBeUnstored = exports.mayBeWithOthers = exports.isOnlyHere = void 0;
/** Whether it is in this page's memory alone, as far as this page knows. */
const isOnlyHere = ({ durable, note }) => !durable && !note;
exports.isOnlyHere = isOnlyHere;
/** Whether the database, or a note, may have it: then a page that is left with memory alone does not send it. */
const mayBeWithOthers = ({ given }) => !!given && given !== 'memory';
exports.mayBeWithOthers = mayBeWithOthers;
/**
 * Whether the database may not have it. What others have taken is there, even if this page was not told yet; unless the
 * database has failed since.
 * @param watermark the highest record that anyone has taken.
 */
const mayBeUnstored = ({ key, durable, given }, watermark) => !durable && (given === 'retry' || given === 'memory' || key > watermark);
exports.mayBeUnstored = mayBeUnstored;
