import { type Choice, type DeadLetter } from './queue/dead-letters.ts';
import type { Tracker } from './tracker.ts';
export type { Choice, DeadLetter };
/**
 * Reads the dead letters: events that a vendor has refused for good. Its promises reject where the browser has no
 * storage.
 */
export interface Rejected {
    /** Resolves with all dead letters, oldest first, each with the vendor's reason. */
    (): Promise<readonly DeadLetter[]>;
    /**
     * Sends the dead letters with these event ids again, or all; resolves with how many. An event older than `maxAgeDays`
     * expires instead.
     * @example
     * await track.rejected.retry([letter.event.id])
     */
    readonly retry: (ids?: Choice) => Promise<number>;
    /** Deletes the dead letters with these event ids, or all; resolves with how many. */
    readonly clear: (ids?: Choice) => Promise<number>;
}
/**
 * Adds `rejected` to a tracker. It is an entry of its own, because few pages need it.
 * @example
 * const track = withRejected(createTracker({ destinations }))
 * for (const { event, detail } of await track.rejected()) console.log(event.name, detail)
 */
export declare const withRejected: <Track extends Pick<Tracker, "flush">>(track: Track) => Track & {
    readonly rejected: Rejected;
};
