import type { LocalArea } from '../../src/storage/local-area.ts'

/** localStorage, as several tabs share it. */
export const createFakeArea = (): LocalArea => {
  const values = new Map<string, string>()
  return {
    keys: () => [...values.keys()],
    get: (key) => values.get(key) ?? null,
    set: (key, value) => void values.set(key, value),
    remove: (key) => void values.delete(key),
  }
}

/** localStorage that the browser refuses, or that is full. */
export const createBrokenArea = (): LocalArea => ({
  keys: () => [],
  get: () => null,
  set: () => undefined,
  remove: () => undefined,
})
