import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { SCRIPT_FILES, SHARED_VENDORS, VENDORS } from '../scripts/script-files.mjs'
import { VENDOR_LIST } from '../scripts/vendors.mjs'
import { ROOT } from './sources.ts'

/** What belongs on a server. */
const SERVERS = ['redis', 'createrelay']
/** What a shop's content policy forbids, what would end a script element, and what a build may leave behind. */
const FORBIDDEN = [
  'eval(',
  'new Function',
  'document.write',
  'localhost',
  'sourceMappingURL',
  '</script',
  '<!--',
]

const textOf = (name: string) => readFileSync(join(ROOT, 'dist', name), 'utf8')
const compressed = (text: string) =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
const originsIn = (script: string) => [...new Set(script.match(/https?:\/\/[^"'`\\()\s]+/g))].sort()
const originsOf = (vendors: readonly string[]) =>
  VENDOR_LIST.flatMap(({ name, origin }) => (vendors.includes(name) && origin) || []).sort()

const files = Object.entries(SCRIPT_FILES).map(([name, { maxBytes, maxInlineBytes }]) => {
  const vendors = VENDORS.filter(
    (vendor) =>
      name === `sendoff.${vendor}.js` ||
      name === 'sendoff.worker.js' ||
      (SHARED_VENDORS.includes(vendor) && /^sendoff\.(full\.)?js$/.test(name)),
  )
  return { name, maxBytes, maxInlineBytes, vendors }
})

describe.each(files)('$name', ({ name, maxBytes = Infinity, maxInlineBytes = Infinity, vendors }) => {
  const script = textOf(name)

  test('is as small as it must be', () => {
    expect(compressed(script), 'compressed').toBeLessThanOrEqual(maxBytes)
    expect(script.trim().length, 'as it stands in the page').toBeLessThanOrEqual(maxInlineBytes)
  })

  test('has nothing of other vendors in it, nor of servers', () => {
    const others = vendors.length === 1 ? VENDORS.filter((vendor) => !vendors.includes(vendor)) : []
    const relay = vendors.length === 1 && originsOf(vendors)[0] ? ['relay'] : []
    const foreign = [
      ...SERVERS,
      ...relay,
      ...VENDOR_LIST.flatMap(({ name, words }) => (others.includes(name) ? words : [])),
    ]
    expect(foreign.filter((word) => script.toLowerCase().includes(word))).toEqual([])
  })

  test('sends to its vendors and nobody else, and does nothing that a content policy forbids', () => {
    expect(originsIn(script)).toEqual(originsOf(vendors))
    expect(FORBIDDEN.filter((words) => script.includes(words))).toEqual([])
  })
})
