import type { CompilerOptions } from 'typescript'

/** The names of functions that only the code of `entries` calls, and that no module of `exported` shows. */
export const internalFunctions: (
  entries: readonly string[],
  exported: readonly string[],
  options: CompilerOptions,
) => string[]
