import type { Data } from '../vendors/attributes.ts'

/** A script tag of sendoff's, as the page has it when it has loaded. */
export interface ScriptTag {
  readonly src: string
  /** '' where the attribute is missing: then a browser runs it. */
  readonly type: string
  /** Its `data-` attributes, by their names in a `dataset`. */
  readonly data: Data
}

/** A request that a content policy has blocked. */
export interface Violation {
  /** Such as `connect-src`. */
  readonly directive: string
  /** An address, `inline` for a script of the page's own, or `stub`. */
  readonly blocked: string
}

/** The findings of a visit, before they are judged. */
export interface VisitedPage {
  readonly tags: readonly ScriptTag[]
  /** `window.sendoffOptions`; undefined where there is none. */
  readonly options: Data | undefined
  /** Where the stub stands, seen from the first tag. */
  readonly stub: 'before' | 'after' | 'missing'
  /** What the page has under the tracker's name. */
  readonly state: 'tracker' | 'stub' | 'other' | 'nothing'
  /** What sendoff's script has said in the console, or thrown. */
  readonly told: readonly string[]
  readonly violations: readonly Violation[]
  /** Scripts that did not come, and why, by their address. */
  readonly failures: Readonly<Record<string, string>>
  /** Why the vendor could not be asked; '' where it could, undefined where nobody has. */
  readonly unreachable: string | undefined
}
