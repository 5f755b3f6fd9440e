/** The attacks of SECURITY.md's table: each with the beginning of its test's title, and that test's file. */
export const attacks: () => readonly { readonly title: string; readonly file: string }[]
