/** Of one transaction: an open one may keep a page from its own. */
const PER_TRANSACTION = 5_000
/** Older than anything that the page itself has tracked. */
const AGE_MS = 600_000
const IDS_A_MS = 4_096

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0')

const done = (request: IDBRequest | IDBTransaction): Promise<unknown> =>
  new Promise((resolve, reject) => {
    Object.assign(request, { onsuccess: resolve, oncomplete: resolve, onerror: () => reject(request.error) })
  })

/**
 * Lays events into sendoff's database as if each had been tracked in a task of its own, a record each, which would take
 * hours. They are like the one that waits there, but for their ids.
 */
export const fillWithSingleRecords = async (count: number): Promise<void> => {
  const opening = indexedDB.open('sendoff')
  await done(opening)
  const database = opening.result
  const storeOf = (mode: IDBTransactionMode) => database.transaction('sendoff', mode).objectStore('sendoff')
  const reading = storeOf('readonly').getAllKeys()
  await done(reading)
  const key = reading.result.find((name) => `${name}`.includes('/e/new/'))
  if (typeof key !== 'string') throw new Error('no event waits')
  const record = storeOf('readonly').get(key)
  await done(record)
  const [, prefix = '', id = ''] = /^(.*\/)([^/]+)\/1$/.exec(key) ?? []
  const [before = '', ...rest] = `${record.result}`.split(id)
  const from = Date.now() - AGE_MS
  for (let next = 0; next < count; ) {
    const store = storeOf('readwrite')
    for (const end = Math.min(count, next + PER_TRANSACTION); next < end; next++) {
      const time = hex(from + Math.floor(next / IDS_A_MS), 12)
      const own = `${time.slice(0, 8)}-${time.slice(8)}-7${hex(next % IDS_A_MS, 3)}${id.slice(18)}`
      store.put([before, ...rest].join(own), `${prefix}${own}/1`)
    }
    await done(store.transaction)
  }
  database.close()
}
