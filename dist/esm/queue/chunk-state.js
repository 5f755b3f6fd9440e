/** Whether it is in this page's memory alone, as far as this page knows. */
export const isOnlyHere = ({ durable, note }) => !durable && !note;
/** Whether the database, or a note, may have it: then a page that is left with memory alone does not send it. */
export const mayBeWithOthers = ({ given }) => !!given && given !== 'memory';
/**
 * Whether the database may not have it. What others have taken is there, even if this page was not told yet; unless the
 * database has failed since.
 * @param watermark the highest record that anyone has taken.
 */
export const mayBeUnstored = ({ key, durable, given }, watermark) => !durable && (given === 'retry' || given === 'memory' || key > watermark);
