import type { LocalArea } from '../storage/local-area.ts';
import { type Campaign } from './campaign.ts';
/** Where localStorage keeps the session. */
export declare const SESSION = "sendoff-session";
/** A session ends after so long without an event, in whichever tab. */
export declare const SESSION_MS: number;
/** Other tabs hear of this tab's activity at most so late: what is written is written at most so often. */
export declare const SYNC_MS = 10000;
export interface Session {
    /** UUIDv7. */
    readonly id: string;
    /** When the last event was tracked, in any tab; milliseconds since 1970. */
    readonly lastMs: number;
    /** What led to the session's first page. */
    readonly campaign: Campaign;
}
interface Dependencies {
    readonly area: LocalArea;
    readonly now: () => number;
    readonly newId: () => string;
    /** What has led to the page as it is now. */
    readonly campaign: () => Campaign;
    /** Listens to other tabs' writes (see `onSharedChange`); returns the way to stop. */
    readonly onChange: (changed: () => void) => () => void;
}
/**
 * The session over all tabs, in memory: an event reads it without I/O. localStorage is read and written when a
 * session begins, and then at most every `SYNC_MS`. Of two sessions that tabs have begun at the same moment the one
 * that began first goes on in both: ids ascend with time.
 */
export declare const createSession: ({ area, now, newId, campaign, onChange }: Dependencies) => {
    /** The session that an event of this moment belongs to; it begins one when there is none. */
    current(): Session;
    /** The next event looks into the storage: it may be used from now on. */
    sync(): void;
    /** The next event begins a new session. Who erases the storage calls this, too. */
    forget(): void;
    stop: () => void;
};
export {};
