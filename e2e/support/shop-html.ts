import { snippet } from '../../demo/snippet.ts'
import type { Vendor } from '../../testing/http/vendor.ts'

/** The attributes of a script tag. */
export type Attributes = Readonly<Record<string, string>>

/** The account of the shops. */
export const KEY = 'AbC123'

/** The attributes of the script tag, so that it speaks to this vendor. */
export const attributesFor = (vendor: Vendor) => ({ 'data-key': KEY, 'data-endpoint': vendor.origin })

/** A page that carries `head`, and nothing that asks for another file. */
export const pageWith = (head: string): string =>
  `<!doctype html><title>Shop</title><link rel="icon" href="data:,">${head}`

/** A page with the full script, which speaks to this vendor. */
export const fullPage = (
  vendor: Vendor,
  attributes: Attributes = {},
  { before = '', body = '' }: { readonly before?: string; readonly body?: string } = {},
): string => {
  const tag = { 'data-destination': 'klaviyo', ...attributesFor(vendor), ...attributes }
  return pageWith(`${before}${snippet(tag, '/dist/sendoff.full.js')}<body>${body}`)
}
