/** The methods that `createTracker` adds to a tracker of a module. */
export interface Closable {
    /**
     * Stops the tracker and removes its listeners. It is meant for hot reloading, and for parts of an application that
     * end before their page does. Queued events stay queued, and events that are tracked afterwards join them: another
     * tracker, or the next visit, sends both.
     * @example
     * import.meta.hot?.dispose(() => track.close())
     */
    readonly close: () => void;
}
