import { type DeliveredIds } from './delivered-ids.ts';
/**
 * Delivered ids in the memory of one relay: enough as long as there is one, and it is not restarted between a
 * request and its repeat. When there are too many, the older half is forgotten.
 * @example
 * createRelay({ ...options, deliveredIds: createMemoryIds() })
 */
export declare const createMemoryIds: ({ maxIds, now, }?: {
    /** @default 100_000 */
    readonly maxIds?: number;
    /** Milliseconds since 1970. */
    readonly now?: () => number;
}) => DeliveredIds;
