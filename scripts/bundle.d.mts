/** A file for a script tag, minified, of an entry below `src/`; with these names of properties shortened. */
export const bundle: (
  entry: string,
  names?: readonly string[],
) => Promise<{ readonly code: string; readonly map: string; readonly packages: readonly string[] }>
