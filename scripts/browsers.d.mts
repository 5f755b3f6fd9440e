export interface FoundBrowser {
  readonly executablePath: string
  /** Where it comes from, in words for the log. */
  readonly origin: string
}

export function findBrowser(): FoundBrowser | undefined
export function ensureBrowser(): FoundBrowser | undefined
