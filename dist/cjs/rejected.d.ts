import { type Choice, type DeadLetter } from './queue/dead-letters.ts';
import type { Tracker } from './tracker.ts';
export type { Choice, DeadLetter };
/** The dead letters: events that a vendor has refused for good. Its promises reject where the browser has no storage. */
export interface Rejected {
    /** All of them, oldest first, each with the vendor's reason. */
    (): Promise<readonly DeadLetter[]>;
    /**
     * Tries these once more, or all; resolves with how many. An event older than `maxAgeDays` expires instead.
     * @example
     * await track.rejected.retry([letter.event.id])
     */
    readonly retry: (ids?: Choice) => Promise<number>;
    /** Forgets these, or all; resolves with how many. */
    readonly clear: (ids?: Choice) => Promise<number>;
}
/**
 * Adds `rejected` to a tracker. An entry of its own: few pages need it, and a tracker works without.
 * @example
 * const track = withRejected(createTracker({ destinations }))
 * for (const { event, detail } of await track.rejected()) console.log(event.name, detail)
 */
export declare const withRejected: <Track extends Pick<Tracker, "flush">>(track: Track) => Track & {
    readonly rejected: Rejected;
};
