import type { Lock } from '../../src/browser/lock.ts'

/** Held by whoever runs; others are told at once that they do not have it, as with `ifAvailable`. */
export const createFakeLock = (now: () => number): Lock => {
  let held = false
  return async (work) => {
    if (held) return work(0)
    held = true
    try {
      return await work(now())
    } finally {
      held = false
    }
  }
}
