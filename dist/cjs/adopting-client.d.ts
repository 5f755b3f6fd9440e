import type { Identity } from './core/event.ts';
import type { Tracker } from './tracker.ts';
/** The page as it was when a call was made on it. */
export interface PageThen {
    readonly url: string;
    readonly title: string;
    readonly referrer: string;
}
export interface Client {
    readonly track: Tracker;
    /**
     * Sets the time and the page of the calls that follow: the stub has kept them since before the script arrived.
     * Without a time, calls count as made now. The bare tracker ignores the page, since it adds no context to events.
     */
    readonly replayAt: (time?: number, page?: PageThen) => void;
}
/** A client with what the full tracker needs of it besides. */
export interface AdoptingClient extends Client {
    /** Who the visitor is. */
    readonly identity: () => Identity;
    /** Adds what a vendor says of the visitor; events that were tracked before keep their identity. */
    readonly adopt: (said: Partial<Identity>) => void;
}
