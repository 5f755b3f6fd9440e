import type { Store } from './store.ts';
/** A store over IndexedDB. Opened anew, it gets over a lost connection ("connection is closing"). */
export declare const openIndexedDb: (use?: import("idb-keyval").UseStore) => Store;
