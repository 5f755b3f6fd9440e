/** The page that proves, below the project's folder. */
export const PROOF: string

/** That page below `root`, with the tables between its markers as their sources have them now. */
export const filledProof: (root: string) => string
