import type { Outcome } from './core/outcome.ts';
import type { Receipt } from './tracker.ts';
/** What has become of events, for those who ask. */
export declare const createReceipts: () => {
    remember(id: string, outcome: Outcome): void;
    /** Its promise is made only when somebody asks. */
    receiptOf(id: string, stored: Promise<void>): Receipt;
};
