import { type QueueOwner } from '../core/record-key.ts';
import type { LocalArea } from './local-area.ts';
import type { Transaction } from './store.ts';
/** Its records. What was on its way when it ended may have been delivered. */
export declare const takeOverRecords: (t: Transaction, { name }: QueueOwner, queue: string) => Promise<void>;
/** The notes of its pages. */
export declare const takeOverNotes: (area: LocalArea, { name }: QueueOwner, queue: string) => void;
