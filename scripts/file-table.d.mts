/** What `integrity` of a script tag must say for this content. */
export const integrityOf: (content: string | Uint8Array) => string
/** The page about the scripts in a folder, as Markdown. */
export const fileTable: (out: string) => string
