import type { LocalArea } from '../../src/store/local-area.ts'

/** localStorage, as several tabs share it. */
export const createFakeArea = (): LocalArea => {
  const values = new Map<string, string>()
  return {
    keys: () => [...values.keys()],
    get: (key) => values.get(key),
    set: (key, value) => values.set(key, value),
    delete: (key) => values.delete(key),
  }
}

/** localStorage that the browser refuses, or that is full. */
export const createBrokenArea = (): LocalArea => ({
  keys: () => [],
  get: () => null,
  set: () => undefined,
  delete: () => undefined,
})
