/** The tracker's records in the database: texts by their keys. */
export interface Records {
  /** All keys, ascending. */
  readonly keys: readonly string[]
  /** Resolves with the text of a key; with nothing where there is no record of that key. */
  get(key: string): Promise<string | undefined>
}

const resultOf = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** Opens the tracker's database; resolves with nothing where there is none yet, because a board must not make one. */
const open = (): Promise<IDBDatabase | undefined> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('sendoff')
    // This look has made the database: the aborted upgrade removes it again (Indexed Database API, section 5.8).
    request.onupgradeneeded = () => request.transaction?.abort()
    request.onsuccess = () => resolve(request.result)
    request.onerror = () =>
      request.error?.name === 'AbortError' ? resolve(undefined) : reject(request.error)
  })

/**
 * Gives `work` the records of one moment, in a transaction that can only read; resolves with nothing where there is no
 * database. The connection is opened for this look alone, so that the page never waits for it to close.
 */
export const readRecords = async <Result>(
  work: (records: Records) => Promise<Result>,
): Promise<Result | undefined> => {
  const database = await open()
  if (!database) return undefined
  try {
    const store = database.transaction('sendoff', 'readonly').objectStore('sendoff')
    const keys = (await resultOf(store.getAllKeys())).map(String)
    return await work({ keys, get: async (key) => (await resultOf(store.get(key))) as string | undefined })
  } finally {
    database.close()
  }
}
