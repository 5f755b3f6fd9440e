import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { ROOT } from './sources.ts'

const textOf = (name: string) => readFileSync(join(ROOT, 'dist', name), 'utf8')
const brotliBytes = (name: string) =>
  brotliCompressSync(textOf(name), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length

/** Measured against the script for Klaviyo, so that only the destinations count: these may only fall. */
const klaviyoBytes = brotliBytes('sendoff.klaviyo.js')
const ORIGINS = {
  klaviyo: 'https://a.klaviyo.com',
  bloomreach: 'https://api.exponea.com',
  crowdpower: 'https://beacon.crowdpower.io',
}
/** What belongs on a server: this list may only grow. */
const SERVERS = ['yotpo', 'helpcrunch', 'redis']
const FORBIDDEN = ['eval(', 'new Function', 'document.write', 'localhost', 'sourceMappingURL', '</script']

const originsIn = (script: string) => [...new Set(script.match(/https?:\/\/[^"'`\\()]+/g))].sort()

describe.each([
  { vendor: 'bloomreach' as const, more: 25 },
  { vendor: 'crowdpower' as const, more: -125 },
])('the script for $vendor', ({ vendor, more }) => {
  const name = `sendoff.${vendor}.js`

  test(`has at most ${more} bytes more than Klaviyo's, compressed`, () => {
    expect(brotliBytes(name) - klaviyoBytes).toBeLessThanOrEqual(more)
  })

  test('has nothing of other vendors in it, and of servers', () => {
    const others = ['klaviyo', 'bloomreach', 'exponea', 'crowdpower'].filter(
      (word) => word !== vendor && !(vendor === 'bloomreach' && word === 'exponea'),
    )
    const script = textOf(name).toLowerCase()
    expect([...others, ...SERVERS].filter((word) => script.includes(word))).toEqual([])
  })

  test('sends to no other origin than its vendor, and does nothing that a content policy forbids', () => {
    const script = textOf(name)
    expect(originsIn(script)).toEqual([ORIGINS[vendor]])
    expect(FORBIDDEN.filter((words) => script.includes(words))).toEqual([])
  })
})

describe('the script for every vendor that a page may speak to', () => {
  const script = textOf('sendoff.js')

  test('costs at most 1,050 bytes more than the one for Klaviyo, compressed', () => {
    expect(brotliBytes('sendoff.js') - klaviyoBytes).toBeLessThanOrEqual(1_050)
  })

  test('sends to these and nobody else', () => {
    expect(originsIn(script)).toEqual(Object.values(ORIGINS).sort())
    expect(SERVERS.filter((word) => script.toLowerCase().includes(word))).toEqual([])
    expect(FORBIDDEN.filter((words) => script.includes(words))).toEqual([])
  })
})
