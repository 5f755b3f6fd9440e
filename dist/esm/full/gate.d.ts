import type { World } from '../delivery/lane.ts';
import type { Store } from '../storage/store.ts';
/**
 * A world that can be taken away from a tracker that runs: then nothing is read, written or sent any more, whatever
 * it has begun. What waits for storage or the network waits for ever, rather than to be told that there is none:
 * it would try again, and complain.
 * @param openStore opens a database that says when somebody erases it.
 */
export declare const createGate: (world: World, openStore: (onErased: () => void) => Store, onErased: () => void) => {
    world: World;
    orClosed: <Result>(promise: Promise<Result>, otherwise: Result) => Promise<Result>;
    isOpen: () => boolean;
    /** The next event, which was promised this id, gets it. */
    promiseId(id: string): void;
    close(): void;
};
export type Gate = ReturnType<typeof createGate>;
