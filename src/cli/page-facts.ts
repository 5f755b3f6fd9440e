import type { Data } from '../vendors/attributes.ts'

/** A script tag of sendoff's on the loaded page. */
export interface ScriptTag {
  readonly src: string
  /** The tag's `type`; '' where the attribute is missing: then a browser runs the script. */
  readonly type: string
  /** The tag's `data-` attributes, by their names in a `dataset`. */
  readonly data: Data
}

/** A request that a content policy has blocked. */
export interface Violation {
  /** The policy's directive, such as `connect-src`. */
  readonly directive: string
  /** What was blocked: an address, `inline` for a script of the page's own, or `stub`. */
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
  /** What sendoff's script has written to the console, or thrown. */
  readonly told: readonly string[]
  readonly violations: readonly Violation[]
  /** The reasons of scripts that could not be loaded, by their address. */
  readonly failures: Readonly<Record<string, string>>
  /** Why the vendor could not be reached; '' where it could, undefined where it was not tried. */
  readonly unreachable: string | undefined
}
