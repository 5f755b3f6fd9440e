/** The pages of the guide that have tables from elsewhere: the path below `root`, and the text with the present tables. */
export const filledPages: (root: string) => readonly (readonly [path: string, text: string])[]
