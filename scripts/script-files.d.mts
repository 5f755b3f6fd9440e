/** The minified files for script tags, each with its entry below `src/`. */
export const SCRIPT_FILES: Readonly<Record<string, string>>
