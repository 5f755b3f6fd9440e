import type { LocalArea } from '../storage/local-area.ts';
import type { Store } from '../storage/store.ts';
/** Removes what waits for a vendor that the visitor has opted out of. Resolves when it is gone; never rejects. */
export declare const forgetDestination: (queue: string, area: LocalArea, store: Store) => Promise<void>;
