import { type Store } from './store.ts';
/**
 * A store over IndexedDB that reopens a lost connection and ends, if need be, in memory.
 *
 * idb-keyval's `createStore` is not used because it knows no other factory than the page's own, which is dead
 * for good once WebKit has lost its network process, and because it stays open on `versionchange`, which hangs
 * whoever deletes the database.
 *
 * @param factory the page's own; may throw.
 * @param rescue another one over the same data, for when the page's own has died under it.
 * @param onMemory told when nothing can be opened and the records live in memory from now on.
 */
export declare const createIndexedDbStore: (factory: () => IDBFactory, rescue: () => IDBFactory, onMemory: () => void) => Store;
