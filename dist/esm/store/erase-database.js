import { promisifyRequest } from 'idb-keyval';
import { countIn } from "../core/record-key.js";
/** The longest wait for tabs that still have the database open, such as a frozen one. */
const YIELD_MS = 2_000;
const sleep = () => new Promise((resolve) => setTimeout(resolve, YIELD_MS));
/** Tells whether the database may exist; it may where a browser cannot list its databases. */
const mayExist = async () => (await indexedDB.databases?.())?.some(({ name }) => name === 'sendoff') ?? true;
/**
 * Opens the database if it exists. Otherwise none is made, although WebKitGTK 2.50 may list one that was refused here.
 */
const openExisting = () => new Promise((resolve) => {
    const request = indexedDB.open('sendoff');
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => resolve(undefined);
});
/** Removes every record; resolves with the number of events among them. */
const clear = async (db) => {
    const transaction = db.transaction('sendoff', 'readwrite');
    const records = transaction.objectStore('sendoff');
    const keys = await promisifyRequest(records.getAllKeys());
    records.clear();
    transaction.commit?.();
    await promisifyRequest(transaction);
    return keys.reduce((events, key) => events + (`${key}`.includes('/e/') ? countIn(`${key}`) : 0), 0);
};
const erase = async () => {
    try {
        const db = (await mayExist()) && (await openExisting());
        if (!db)
            return 0;
        db.onversionchange = () => db.close();
        // Another tab may be faster: then the connection is closed, and the records are gone.
        const events = await clear(db).catch(() => 0);
        db.close();
        const gone = promisifyRequest(indexedDB.deleteDatabase('sendoff'));
        await Promise.race([gone, sleep()]);
        return events;
    }
    catch {
        // The browser refuses IndexedDB to this page, so there is nothing in it.
        return 0;
    }
};
/**
 * Removes the records of the database, then the database itself: at once, or as soon as the last tab that has it open
 * is gone, which is not waited for. Resolves with the number of events that were queued; never rejects.
 */
export const eraseDatabase = () => Promise.race([erase(), sleep().then(() => 0)]);
