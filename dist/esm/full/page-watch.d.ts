import type { LocalArea } from '../storage/local-area.ts';
import type { TrackDeclared } from './declared-event.ts';
import type { EventDraft } from './event-draft.ts';
/** What of the page a tracker sees by itself. */
export interface WatchOptions {
    readonly context: boolean;
    readonly redact: ((url: string) => string) | undefined;
    readonly pageviews: boolean;
    readonly declarative: boolean;
    readonly outbound: boolean;
}
interface Dependencies {
    readonly now: () => number;
    readonly newId: () => string;
    /** localStorage, for as long as the visitor agrees; undefined while it may not be touched. */
    readonly area: () => LocalArea | undefined;
    readonly report: (problem: string) => void;
}
/** Puts together what sees where events happen, and which events happen without a call. */
export declare const createPageWatch: (options: WatchOptions, { now, newId, area, report }: Dependencies) => {
    /** The event, with its context beneath its properties. Never throws. */
    withContext(event: EventDraft): EventDraft;
    /** The storage may be touched from now on. */
    onBegin: () => void;
    /** Everything that was stored is gone. */
    onEnd: () => void;
    /** Looks on from now on. */
    start(track: TrackDeclared, view: () => void): void;
};
export {};
