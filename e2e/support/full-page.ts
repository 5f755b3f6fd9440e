import { snippet } from '../../demo/snippet.ts'
import type { Vendor } from '../../testing/http/vendor.ts'
import { attributesFor, pageWith } from './scene.ts'

/** A page with the full script, which speaks to this vendor. */
export const fullPage = (
  vendor: Vendor,
  attributes: Readonly<Record<string, string>> = {},
  { before = '', body = '' }: { readonly before?: string; readonly body?: string } = {},
): string => {
  const tag = { 'data-destination': 'klaviyo', ...attributesFor(vendor), ...attributes }
  return pageWith(`${before}${snippet(tag, '/dist/sendoff.full.js')}<body>${body}`)
}
