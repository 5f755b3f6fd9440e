/**
 * localStorage without its exceptions: an entry that cannot be written is missing when it is read. A `Map` fits, too.
 */
export interface LocalArea {
  keys(): Iterable<string>
  get(key: string): string | null | undefined
  set(key: string, value: string): unknown
  delete(key: string): unknown
}

/**
 * Makes a local area. `area` throws where the page may not have storage (a sandboxed frame, refused cookies), and when
 * it is full.
 */
export const createLocalArea = (area: () => Storage): LocalArea => {
  const attempt = <Result>(work: (storage: Storage) => Result): Result | undefined => {
    try {
      return work(area())
    } catch {
      // Every caller has a second place for what it keeps here.
      return
    }
  }
  return {
    keys: () => attempt(Object.keys) ?? [],
    get: (key) => attempt((storage) => storage.getItem(key)),
    set: (key, value) => attempt((storage) => storage.setItem(key, value)),
    delete: (key) => attempt((storage) => storage.removeItem(key)),
  }
}
