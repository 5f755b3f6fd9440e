import { promisifyRequest } from 'idb-keyval'
import { countIn } from '../core/record-key.ts'

/** How long tabs that still have the database open, a frozen one perhaps, are waited for. */
const YIELD_MS = 2_000

const sleep = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, YIELD_MS))

/** Where a browser cannot list them, it may be there. */
const mayExist = async (): Promise<boolean> =>
  (await indexedDB.databases?.())?.some(({ name }) => name === 'sendoff') ?? true

/** The database, unless there is none: then none is made, though WebKitGTK 2.50 may list one that was refused here. */
const openExisting = (): Promise<IDBDatabase | undefined> =>
  new Promise((resolve) => {
    const request = indexedDB.open('sendoff')
    request.onupgradeneeded = () => request.transaction?.abort()
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => resolve(undefined)
  })

/** Removes every record; returns how many events were among them. */
const clear = async (db: IDBDatabase): Promise<number> => {
  const transaction = db.transaction('sendoff', 'readwrite')
  const records = transaction.objectStore('sendoff')
  const keys = await promisifyRequest(records.getAllKeys())
  records.clear()
  transaction.commit?.()
  await promisifyRequest(transaction)
  return keys.reduce<number>((events, key) => events + (`${key}`.includes('/e/') ? countIn(`${key}`) : 0), 0)
}

const erase = async (): Promise<number> => {
  try {
    const db = (await mayExist()) && (await openExisting())
    if (!db) return 0
    db.onversionchange = () => db.close()
    // Another tab may be faster: then the connection is gone, and the records with it.
    const events = await clear(db).catch(() => 0)
    db.close()
    const gone = promisifyRequest(indexedDB.deleteDatabase('sendoff'))
    await Promise.race([gone, sleep()])
    return events
  } catch {
    // The browser refuses IndexedDB to this page: so there is nothing in it.
    return 0
  }
}

/**
 * Removes what the database holds, then the database itself: at once, or as soon as the last tab that has it open
 * is gone, which is not waited for. Resolves with the number of events that were queued; never rejects.
 */
export const eraseDatabase = (): Promise<number> => Promise.race([erase(), sleep().then(() => 0)])
