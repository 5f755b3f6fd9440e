import type { PageThen } from '../../client.ts';
import type { Properties } from '../../core/event.ts';
import type { LocalArea } from '../../store/local-area.ts';
import type { EventDraft } from '../event-draft.ts';
import type { TrackDeclared } from './declared-event.ts';
import { type PageScope } from './navigations.ts';
/** Which activity of the page is tracked without a call. */
export interface WatchOptions {
    readonly context: boolean;
    readonly redact: ((url: string) => string) | undefined;
    /** Parameters that count as click ids, beside those that are known. */
    readonly clickIds: readonly string[];
    /** Which part of an address makes another page; false where views are not tracked. */
    readonly pageviews: PageScope | false;
    readonly declarative: boolean;
    readonly outbound: boolean;
}
/** Tracks a view, with what is said of the page before, at the time when it began. */
type TrackView = (properties: Properties, time: number) => void;
interface Dependencies {
    readonly now: () => number;
    readonly newId: () => string;
    readonly namespace: string;
    /** localStorage, for as long as the visitor agrees; undefined while it may not be touched. */
    readonly area: () => LocalArea | undefined;
    readonly report: (problem: string) => void;
    /** Ends what is watched for the whole time. */
    readonly signal?: AbortSignal | undefined;
}
/** Puts together what sees where events happen, and which events happen without a call. */
export declare const createPageWatch: (options: WatchOptions, { now, newId, namespace, area, report, signal }: Dependencies) => {
    /** The event, with its context beneath its properties. Never throws. */
    withContext(event: EventDraft): EventDraft;
    /** The storage may be touched from now on. */
    onBegin: () => void;
    /** Everything that was stored is gone. */
    onEnd: () => void;
    /** The events that follow were tracked on this page; without one, on the page as it is. */
    at(page?: PageThen): void;
    /** Looks on from now on. Returns the way to stop. */
    start(track: TrackDeclared, view: TrackView): () => void;
};
export type PageWatch = ReturnType<typeof createPageWatch>;
export {};
