/** All of these are in `sendoff.js` and `sendoff.full.js`. */
export const SHARED_VENDORS: readonly string[]
/** Each has a file of its own. */
export const VENDORS: readonly string[]

/** The files for script tags, each with its entry below `src/`. */
export const SCRIPT_FILES: Readonly<
  Record<
    string,
    {
      readonly entry: string
      /** The most that it may have, compressed with Brotli. */
      readonly maxBytes?: number
      /** The most that it may have as it stands in the page. */
      readonly maxInlineBytes?: number
    }
  >
>
