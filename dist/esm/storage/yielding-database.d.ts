import type { Store } from './store.ts';
/**
 * A store over IndexedDB that gives way when the database is erased: an open connection, in whatever tab, would
 * hold the erasure up.
 * @param onErased told when somebody erases the database.
 */
export declare const openYieldingDatabase: (onErased: () => void) => Store;
