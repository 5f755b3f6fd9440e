/** Where a declaration, by its name, or a statement, by the words that it begins with, stands in a source. */
export const placesOf: (
  path: string,
  text: string,
  what: string,
) => readonly (readonly [start: number, end: number, before: string])[]
