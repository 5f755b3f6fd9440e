import { createHash } from 'node:crypto'
import type { Data } from '../vendors/attributes.ts'
import { vendorAddress } from './vendor-request.ts'

export interface SnippetFiles {
  readonly stub: string
  readonly script: Uint8Array
  /** The address at which the page finds the script. */
  readonly src: string
}

const hashOf = (algorithm: string, content: string | Uint8Array): string =>
  `${algorithm}-${createHash(algorithm).update(content).digest('base64')}`

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')

const hyphenated = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/**
 * Returns the two tags of a page, and what its content policy must allow.
 * @param data the script tag's attributes, by their names in a `dataset`; `destination` is the vendor.
 * @throws {TypeError} for a wrong key, as the script would.
 */
export const snippetText = (data: Data, { stub, script, src }: SnippetFiles): string => {
  const url = vendorAddress(data, data.destination)
  // A path is of the page's own origin.
  const connect = /^https?:/.test(url) ? new URL(url).origin : "'self'"
  const attributes = Object.entries(data)
    .filter(([name, value]) => name !== 'destination' && value !== undefined)
    .map(([name, value]) => ` data-${hyphenated(name)}="${escaped(value ?? '')}"`)
  const inline = stub.trim()
  return [
    `<script>${inline}</script>`,
    `<script async src="${escaped(src)}" integrity="${hashOf('sha384', script)}" crossorigin="anonymous"${attributes.join('')}></script>`,
    '',
    'Content-Security-Policy, if the site has one:',
    `  script-src 'self' '${hashOf('sha256', inline)}'`,
    `  connect-src ${connect}`,
  ].join('\n')
}
