import { type DeliveredIds } from './delivered-ids.ts';
/**
 * Keeps delivered ids in the memory of one relay. That is enough as long as there is one relay, and it is not restarted
 * between a request and its repeat. When there are too many ids, the older half is forgotten.
 * @example
 * createRelay({ ...options, deliveredIds: createMemoryIds() })
 */
export declare const createMemoryIds: ({ maxIds, now, }?: {
    /** The most ids that are kept for each vendor. @default 100_000 */
    readonly maxIds?: number;
    /** The clock, in milliseconds since 1970. @default Date.now */
    readonly now?: () => number;
}) => DeliveredIds;
