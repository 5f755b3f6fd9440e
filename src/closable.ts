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
