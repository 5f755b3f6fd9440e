import type { World } from './delivery/lane.ts'
import { FOR_EVER } from './queue/attempt.ts'

/** The methods that `createTracker` adds to a tracker of a module. */
export interface Closable {
  /**
   * Stops the tracker and removes its listeners. It is meant for hot reloading, and for parts of an application that
   * end before their page does. Queued events stay queued, and events that are tracked afterwards join them: another
   * tracker, or the next visit, sends both.
   * @example
   * import.meta.hot?.dispose(() => track.close())
   */
  readonly close: () => void
}

/**
 * Makes a world that ends for one tracker when that tracker is closed. The storage stays open, so that writes that have
 * begun are completed.
 */
export const createClosing = (world: World): Closable & { readonly world: World } => {
  const controller = new AbortController()
  const { signal } = controller
  // The browser's `setTimeout` throws when it is called as a method of `world`; so it is taken out of `world` first.
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
        // The lock answers 0 instead of doing a round when the tracker is closed.
        return (work) => lock((grantedAt) => (signal.aborted ? Promise.resolve(FOR_EVER) : work(grantedAt)))
      },
    },
  }
}
