import type { World } from './delivery/lane.ts'
import { FOR_EVER } from './queue/attempt.ts'

/** The methods that `createTracker` adds to a tracker of a module. */
export interface Closable {
  /**
   * Stops the tracker and removes its listeners; for hot reloading, and for what lives shorter than its page. What is queued
   * stays so, and what is tracked afterwards joins it: another tracker, or the next visit, sends both.
   * @example
   * import.meta.hot?.dispose(() => track.close())
   */
  readonly close: () => void
}

/** A world that ends for one tracker when it is closed. Storage stays: what that has begun to write is written. */
export const createClosing = (world: World): Closable & { readonly world: World } => {
  const controller = new AbortController()
  const { signal } = controller
  // The browser's own timer works without an object alone.
  const { isOnline, setTimer, lockFor } = world
  return {
    close: () => controller.abort(),
    world: {
      ...world,
      signal,
      isOnline: () => !signal.aborted && isOnline(),
      setTimer: (run, ms) => setTimer(() => signal.aborted || run(), ms),
      lockFor(name) {
        const lock = lockFor(name)
        // In the place of a round: the time to the next one.
        return (work) => lock((grantedAt) => (signal.aborted ? Promise.resolve(FOR_EVER) : work(grantedAt)))
      },
    },
  }
}
