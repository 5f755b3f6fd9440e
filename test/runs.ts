import fc from 'fast-check'

/** How many inputs a property is tried with: a fifth in `npm run test:quick`, where each change has them, all in `npm test`. */
export const runsOf = (inputs: number): number =>
  globalThis.process?.env.SENDOFF_FEW_RUNS ? Math.ceil(inputs / 5) : inputs

/** Of properties that do not say. */
fc.configureGlobal({ numRuns: runsOf(100) })
