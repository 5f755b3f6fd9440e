import type { DropReason } from '../core/outcome.ts';
import type { Receipt } from '../tracker.ts';
import type { Gate } from './gate.ts';
/** Of an event that goes no further. */
export declare const droppedReceipt: (id: string, reason: DropReason) => Receipt;
/** Of an event that the client has: when the gate closes, its promises end, too. */
export declare const gatedReceipt: ({ orClosed }: Gate, receipt: Receipt) => Receipt;
/** Of an event that is held: `give` says what has become of it. */
export declare const heldReceipt: (id: string) => {
    receipt: Receipt;
    give: (receipt: Receipt) => void;
};
