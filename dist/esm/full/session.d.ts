import type { LocalArea } from '../storage/local-area.ts';
import type { Campaign, Campaigns } from './campaign.ts';
/** Where localStorage keeps the session. */
export declare const SESSION = "sendoff-session";
/** A session ends after so long without a page or an event, in whichever tab. */
export declare const SESSION_MS: number;
/** Other tabs hear of this tab's activity at most so late: what is written is written at most so often. */
export declare const SYNC_MS = 10000;
export interface Session {
    /** UUIDv7. */
    readonly id: string;
    /** When the last page began or the last event was tracked, in any tab; milliseconds since 1970. */
    readonly lastMs: number;
    /** What has led to its pages: the last campaign that any of them came with. */
    readonly campaign: Campaign;
    /** When that came; milliseconds since 1970, 0 without any. */
    readonly campaignMs: number;
}
interface Dependencies {
    readonly area: LocalArea;
    readonly now: () => number;
    readonly newId: () => string;
    /** Takes the campaign from a record. */
    readonly among: Campaigns['among'];
    /** Listens to other tabs' writes (see `onSharedChange`); returns the way to stop. */
    readonly onChange: (changed: () => void) => () => void;
}
/**
 * The session over all tabs, in memory: an event reads it without I/O. A page arrives in it as soon as it is shown, for
 * it has the campaign of its pages, be there an event on them or not. localStorage is read and written when a page or a
 * campaign arrives, and then at most every `SYNC_MS`.
 */
export declare const createSession: ({ area, now, newId, among, onChange }: Dependencies) => {
    /**
     * A page with this campaign has begun. As in the vendors' own analytics, the last campaign counts, and a page without one
     * takes none away ("last non-direct").
     */
    arrive(campaign: Campaign): void;
    /** The session that an event of this moment belongs to; it begins one when there is none. */
    current(): Session;
    /** Reads and writes what has begun. Whoever opens a storage that was closed calls this. */
    sync(): void;
    /** The next event begins a new session. Who erases the storage calls this, too. */
    forget(): void;
    stop: () => void;
};
export {};
