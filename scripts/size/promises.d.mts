import type { Plugin } from 'esbuild'

/** What sendoff promises, and what would be left out of its sources without it. */
export interface PromiseMade {
  readonly name: string
  readonly says: string
  /** By file below `src/`: a declaration or a statement, and what stands there instead. */
  readonly without: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export const PROMISES: readonly PromiseMade[]
/** For esbuild: the sources without these promises. */
export const withoutPromises: (promises: readonly PromiseMade[]) => Plugin
