/**
 * Loads the board over the page: `inspector.js`, from beside the tracker's own script. Loaded again, it closes.
 * @param ownUrl of the tracker's script, taken while it runs: `document.currentScript.src`.
 * @param name of the global that holds the tracker.
 */
export declare const inspect: (ownUrl: string, name?: string) => void;
