import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { ROOT } from './sources.ts'

const BUNDLE = 'sendoff.klaviyo.js'
/**
 * Compressed with Brotli. A ratchet: the goal is 4,096, and this number may only fall: to the present size, rounded
 * up to the next 50.
 */
const CEILING = 6_250
const MAX_STUB_BYTES = 250

/** Other vendors, and what belongs on a server: this list may only grow. */
const FOREIGN = ['crowdpower', 'bloomreach', 'exponea', 'yotpo', 'helpcrunch', 'redis', 'relay']
/** What a shop's content policy forbids, or a build leaves behind: this list may only grow. */
const FORBIDDEN = ['eval(', 'new Function', 'document.write', 'localhost', 'sourceMappingURL', '</script']

const fileOf = (name: string) => readFileSync(join(ROOT, 'dist', name))
const brotliBytes = (content: Buffer) =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length

test(`the script for Klaviyo has at most ${CEILING} bytes, compressed`, () => {
  expect(brotliBytes(fileOf(BUNDLE))).toBeLessThanOrEqual(CEILING)
})

test(`the stub has at most ${MAX_STUB_BYTES} bytes as it stands in the page`, () => {
  expect(fileOf('stub.js').toString().trim().length).toBeLessThanOrEqual(MAX_STUB_BYTES)
})

describe('the script for Klaviyo', () => {
  const script = fileOf(BUNDLE).toString()

  test.each(FOREIGN)('has nothing of %s in it', (word) => {
    expect(script.toLowerCase()).not.toContain(word)
  })

  test.each(FORBIDDEN)('does without %s', (words) => {
    expect(script).not.toContain(words)
  })

  test('sends to no other origin than its vendor', () => {
    expect([...new Set(script.match(/https?:\/\/[^"'`\\]+/g))]).toEqual(['https://a.klaviyo.com'])
  })
})

test('the stub can stand inside a script tag', () => {
  expect(fileOf('stub.js').toString()).not.toMatch(/<\/script|<!--/i)
})
