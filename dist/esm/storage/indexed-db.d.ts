import type { Store } from './store.ts';
/** A store over IndexedDB. It reopens a lost connection ("connection is closing") and tries once more. */
export declare const createIndexedDbStore: () => Store;
