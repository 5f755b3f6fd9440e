import type { Destination } from '../core/destination.ts'

/** What vendors' own scripts may have left in a page. */
export interface Traces {
  readonly cookie: string
  /**
   * Returns a parameter of the page's address, also of the address as it was when the page was loaded; undefined where
   * it is missing.
   */
  readonly parameter: (name: string) => string | undefined
  /**
   * Returns the entry of localStorage under a name, otherwise that of sessionStorage; '' where there is none, or none
   * may be read.
   */
  readonly stored: (name: string) => string
}

/** The visitor as a vendor's own script, or a link in one of the vendor's e-mails, names them. */
export interface VendorVisitor {
  /** The id to be adopted as `anonymousId`, so that both scripts track the same profile. */
  readonly anonymousId?: string
  /** The id in a link that the visitor has just followed: it tells who reads the e-mail now. */
  readonly followed?: string
  /** The id of an earlier visit. */
  readonly remembered?: string
}

/** How sendoff takes over the visitors' profiles and their opt-out, where a site has, or had, a vendor's own script. */
export interface Adoption {
  /** Returns the visitor; the traces of another account are ignored. */
  visitor(account: string, traces: Traces): VendorVisitor
  /** The name in the identity under which the vendor is told the id that was followed or remembered. */
  readonly tokenName?: `_${string}`
  /** Tells whether the visitor has told the vendor's script to stop. */
  hasOptedOut?(account: string, traces: Traces): boolean
}

/** The adoptions by the destination's name. */
export type Adoptions = Readonly<Record<string, Adoption>>

/**
 * Returns the visitor as the vendors' own scripts name them. The first destination whose vendor knows the visitor
 * counts.
 */
export const vendorVisitor = (
  adoptions: Adoptions,
  destinations: readonly Destination[],
  traces: Traces,
): VendorVisitor & { readonly tokenName?: `_${string}` } => {
  const found = destinations.map(({ name, account }) => {
    const { tokenName, visitor } = adoptions[name] ?? {}
    const said = visitor?.(account, traces) ?? {}
    return { ...said, ...(tokenName && (said.followed || said.remembered) && { tokenName }) }
  })
  return Object.assign({}, ...found.reverse())
}
