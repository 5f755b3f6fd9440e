/** What is said of a vendor in its `about.json`. */
export interface Vendor {
  /** Of the folder, the destination, the module and the script. */
  readonly name: string
  readonly title: string
  /** Whether it is in `sendoff.js` and `sendoff.full.js`. */
  readonly inSharedScripts?: boolean
  /** What only its own scripts may say, in lower case. */
  readonly words: readonly string[]
  /** Where it is sent to unless the site says otherwise. */
  readonly origin?: string
  /** Whether it reads what the vendor's own script has left. */
  readonly adopts: boolean
}

export const VENDOR_LIST: readonly Vendor[]

/** What package.json exports, with each vendor by its name instead of the pattern for all. */
export const exportsOf: (manifest: { exports: Record<string, unknown> }) => Record<string, unknown>

/** The text of each file of `src/vendors/listed/`, by its name. */
export const listedFiles: () => Readonly<Record<string, string>>
