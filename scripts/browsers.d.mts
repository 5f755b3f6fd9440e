import type { EngineName } from '../testing/browsers/engine.ts'

export interface FoundBrowser {
  readonly executablePath: string
  /** Where it comes from, in words for the log. */
  readonly origin: string
}

export const ENGINES: readonly EngineName[]
export function findBrowser(engine: EngineName): FoundBrowser | undefined
export function ensureBrowser(engine: EngineName): FoundBrowser | undefined
export function described(engine: EngineName, browser: FoundBrowser | undefined): string
