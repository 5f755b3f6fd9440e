/** The README below `root`, with the tables between its markers as their sources have them now. */
export const filledReadme: (root: string) => string
