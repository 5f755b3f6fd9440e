/**
 * Removes what the database holds, then the database itself: at once, or as soon as the last tab that has it open
 * is gone, which is not waited for. Resolves with the number of events that were queued; never rejects.
 */
export declare const eraseDatabase: () => Promise<number>;
