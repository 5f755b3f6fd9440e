import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { PERSONAL_NAMES, PERSONAL_WORDS } from '../src/full/context/redact-url.ts'
import { filesBelow, ROOT } from './sources.ts'

/**
 * How a private credential of Yotpo or HelpCrunch is called, by the vendors and by the relay's options: in any
 * spelling, as a word of code or of text.
 */
const PRIVATE = /api[-_]?key|secret|access[-_]?token|yotpo[-_]?token|authorization|bearer|store[-_]?id/i

const dist = filesBelow(join(ROOT, 'dist')).filter((path) => path.endsWith('.js'))
const textOf = (path: string) => readFileSync(join(ROOT, 'dist', path), 'utf8')
/** What is redacted in addresses is named as secrets are. */
const redacted = [PERSONAL_WORDS, PERSONAL_NAMES].map((words) => JSON.stringify(words))
/** Without comments, which explain where the key belongs. */
const codeOf = (path: string) =>
  redacted.reduce((code, list) => code.replace(list, '[]'), textOf(path).replace(/\/\*[\s\S]*?\*\//g, ''))

/** In the list of address parameters whose values are redacted: a name, and nobody's credential. */
const REDACTED = '"secret","signature"'

const scripts = dist.filter((path) => !path.includes('/'))
const modules = dist.filter((path) => path.startsWith('esm/'))
const forRelay = modules.filter((path) =>
  /\/vendors\/(relayed|(http|yotpo|helpcrunch)\/destination)\.js$/.test(path),
)

describe('a private credential of Yotpo or HelpCrunch', () => {
  test('would be found: the relay’s own file has each of them', () => {
    expect(codeOf('relay/index.js')).toMatch(PRIVATE)
    expect(scripts.length).toBeGreaterThan(0)
    expect(forRelay.length).toBe(4)
  })

  test.each(forRelay)('is no option of %s', (path) => {
    expect(codeOf(path)).not.toMatch(PRIVATE)
  })

  // The scripts hold other vendors too, whose public keys may be sent in a header of one of these names.
  test.each(scripts)('is in no built browser file: %s', (path) => {
    const code = codeOf(path).replace(REDACTED, '')
    expect(code).not.toMatch(/secret|x-yotpo-token|store[-_]?id|access_tokens|api\.(yotpo|helpcrunch)\.com/i)
    if (/yotpo|helpcrunch/.test(path)) expect(code).not.toMatch(PRIVATE)
  })
})

test('no built browser file has a word of the relay’s own code', () => {
  for (const path of [...scripts, ...modules])
    expect(textOf(path)).not.toMatch(/createRelay|helpcrunchVendor|yotpoVendor|redis/i)
})
