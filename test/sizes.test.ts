import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { ROOT } from './sources.ts'

const BUNDLE = 'sendoff.klaviyo.js'
const MAX_BUNDLE_BYTES = 4_096
const MAX_STUB_BYTES = 250

const fileOf = (name: string) => readFileSync(join(ROOT, 'dist', name))
const brotliBytes = (content: Buffer) =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length

test(`the script for Klaviyo has at most ${MAX_BUNDLE_BYTES} bytes, compressed`, () => {
  expect(brotliBytes(fileOf(BUNDLE))).toBeLessThanOrEqual(MAX_BUNDLE_BYTES)
})

test(`the stub has at most ${MAX_STUB_BYTES} bytes as it stands in the page`, () => {
  expect(fileOf('stub.js').toString().trim().length).toBeLessThanOrEqual(MAX_STUB_BYTES)
})

describe('the script for Klaviyo', () => {
  const script = fileOf(BUNDLE).toString()

  test.each(['crowdpower', 'bloomreach', 'exponea', 'yotpo', 'helpcrunch', 'redis', 'relay'])(
    'has nothing of %s in it',
    (word) => {
      expect(script.toLowerCase()).not.toContain(word)
    },
  )

  test.each(['eval(', 'new Function', 'document.write', 'localhost', 'sourceMappingURL', '</script'])(
    'does without %s',
    (words) => {
      expect(script).not.toContain(words)
    },
  )

  test('sends to no other origin than its vendor', () => {
    expect([...new Set(script.match(/https?:\/\/[^"'`\\]+/g))]).toEqual(['https://a.klaviyo.com'])
  })
})

test('the stub can stand inside a script tag', () => {
  expect(fileOf('stub.js').toString()).not.toMatch(/<\/script|<!--/i)
})
