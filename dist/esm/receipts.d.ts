import type { Outcome } from './core/outcome.ts';
/** What `track()` returns. Its promises never reject. */
export interface Receipt {
    readonly id: string;
    /** Resolves when the event is durable: it survives the page, the tab and the browser. */
    readonly stored: Promise<void>;
    /**
     * Resolves when the event was delivered or dropped. Ask when you track: only the last thousand outcomes are
     * kept for those who ask later.
     */
    readonly settled: Promise<Outcome>;
}
/** Keeps account of what became of events, for whoever asks. */
export declare const createReceipts: () => {
    make: (id: string, stored: Promise<void>) => Receipt;
    settle(id: string, outcome: Outcome): void;
};
