import type { PageThen } from '../../adopting-client.ts';
import type { Properties } from '../../core/event.ts';
import type { LocalArea } from '../../store/local-area.ts';
import type { EventDraft } from '../event-draft.ts';
import type { TrackDeclared } from './declared-event.ts';
import { type PageScope } from './navigations.ts';
/** The activity of the page that is tracked without a call. */
export interface WatchOptions {
    readonly context: boolean;
    readonly redact: ((url: string) => string) | undefined;
    /** Names of parameters that count as click ids, besides the known ones. */
    readonly clickIds: readonly string[];
    /** The part of an address that makes another page; false where views are not tracked. */
    readonly pageviews: PageScope | false;
    readonly declarative: boolean;
    readonly outbound: boolean;
}
/** Tracks a view with the facts of the page before, at the time when the view began. */
type TrackView = (properties: Properties, time: number) => void;
interface Dependencies {
    readonly now: () => number;
    readonly newId: () => string;
    readonly namespace: string;
    /** localStorage, for as long as the visitor agrees; undefined while it may not be used. */
    readonly area: () => LocalArea | undefined;
    readonly report: (problem: string) => void;
    /** Ends everything that is watched all the time. */
    readonly signal?: AbortSignal | undefined;
}
/** Puts together the facts of the page, which every event carries, and the activity that is tracked without a call. */
export declare const createPageWatch: (options: WatchOptions, { now, newId, namespace, area, report, signal }: Dependencies) => {
    /** Returns the event with its context beneath its properties. It never throws. */
    withContext(event: EventDraft): EventDraft;
    /** Uses the storage from now on. */
    onBegin: () => void;
    /** Forgets the session, since everything that was stored is gone. */
    onEnd: () => void;
    /** Sets the page that the next events were tracked on; without one, the present page counts. */
    at(page?: PageThen): void;
    /** Starts tracking the page's activity. Returns the function that stops it. */
    start(track: TrackDeclared, view: TrackView): () => void;
};
export type PageWatch = ReturnType<typeof createPageWatch>;
export {};
