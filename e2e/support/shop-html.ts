import { snippet } from '../../demo/snippet.ts'
import type { Vendor } from '../../testing/http/vendor.ts'

/** The attributes of a script tag. */
export type Attributes = Readonly<Record<string, string>>

/** The account of the shops. */
export const KEY = 'AbC123'

/** Returns the attributes of the script tag that send the events to this vendor. */
export const attributesFor = (vendor: Vendor) => ({ 'data-key': KEY, 'data-endpoint': vendor.origin })

/** Makes a page with this `head`, which asks for no other file. */
export const pageWith = (head: string): string =>
  `<!doctype html><title>Shop</title><link rel="icon" href="data:,">${head}`

/** Makes a page with the full script, which sends to this vendor. */
export const fullPage = (
  vendor: Vendor,
  attributes: Attributes = {},
  { before = '', body = '' }: { readonly before?: string; readonly body?: string } = {},
): string => {
  const tag = { 'data-destination': 'klaviyo', ...attributesFor(vendor), ...attributes }
  return pageWith(`${before}${snippet(tag, '/dist/sendoff.full.js')}<body>${body}`)
}
