import type { Destination } from '../core/destination.ts'

/** What vendors' own scripts may have left in a page. */
export interface Traces {
  readonly cookie: string
  /** Of the page's address, also as it was when the page was loaded; undefined where it has none of that name. */
  readonly parameter: (name: string) => string | undefined
  /** What localStorage has at a name, or else sessionStorage; empty where there is nothing, or nothing may be read. */
  readonly stored: (name: string) => string
}

/** The visitor as a vendor's own script, or a link in one of its e-mails, names them. */
export interface VendorVisitor {
  /** To be adopted as `anonymousId`, so that both scripts speak of the same profile. */
  readonly anonymousId?: string
  /** From a link that the visitor has just followed: it says who reads the e-mail, now. */
  readonly followed?: string
  /** From an earlier visit. */
  readonly remembered?: string
}

/** How a site that has a vendor's own script, or had it, keeps its visitors' profiles and their choice. */
export interface Adoption {
  /** Traces of another account are left alone. */
  visitor(account: string, traces: Traces): VendorVisitor
  /** Under which name of the identity the vendor is told what was followed or remembered. */
  readonly tokenName?: `_${string}`
  /** Whether the visitor has told the vendor's script to stop. */
  hasOptedOut?(account: string, traces: Traces): boolean
}

/** By the destination's name. */
export type Adoptions = Readonly<Record<string, Adoption>>

/** The visitor as the vendors' own scripts name them. The first destination whose vendor knows the visitor counts. */
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
