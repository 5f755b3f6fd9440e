import { readFileSync } from 'node:fs'

const ATTRIBUTE_ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;' }

const escapeAttribute = (value: string): string =>
  value.replace(/[&"<]/g, (character) => ATTRIBUTE_ESCAPES[character] ?? character)

/**
 * Makes the two script tags that a shop pastes into its pages: the stub inline, as built, and the script itself.
 *
 * @example
 * const html = `<head>${snippet({ 'data-key': 'AbC123', 'data-endpoint': vendor.origin })}</head>`
 */
export const snippet = (
  attributes: Readonly<Record<string, string>>,
  src = '/dist/sendoff.klaviyo.js',
): string => {
  const stub = readFileSync(new URL('../dist/stub.js', import.meta.url), 'utf8').trim()
  const list = Object.entries({ src, ...attributes }).map(
    ([name, value]) => `${name}="${escapeAttribute(value)}"`,
  )
  return `<script>${stub}</script>\n<script async ${list.join(' ')}></script>`
}
