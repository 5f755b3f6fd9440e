import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { ROOT } from './sources.ts'

const textOf = (name: string) => readFileSync(join(ROOT, 'dist', name), 'utf8')
const brotliBytes = (name: string) =>
  brotliCompressSync(textOf(name), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length

/** Bytes, compressed: these may only fall. */
const CEILINGS = {
  'sendoff.bloomreach.js': 6_350,
  'sendoff.crowdpower.js': 6_400,
  'sendoff.helpcrunch.js': 6_250,
  'sendoff.http.js': 6_050,
  'sendoff.yotpo.js': 6_250,
  'sendoff.js': 7_950,
  'sendoff.full.js': 14_750,
  'sendoff.rejected.js': 850,
  'inspector.js': 6_450,
}
const ORIGINS = {
  klaviyo: 'https://a.klaviyo.com',
  bloomreach: 'https://api.exponea.com',
  crowdpower: 'https://beacon.crowdpower.io',
}
/** What belongs on a server: this list may only grow. */
const SERVERS = ['redis', 'createrelay']
const FORBIDDEN = ['eval(', 'new Function', 'document.write', 'localhost', 'sourceMappingURL', '</script']

const originsIn = (script: string) => [...new Set(script.match(/https?:\/\/[^"'`\\()]+/g))].sort()

test.each(Object.entries(CEILINGS))('%s has at most %d bytes, compressed', (name, most) => {
  expect(brotliBytes(name)).toBeLessThanOrEqual(most)
})

describe.each([{ vendor: 'bloomreach' as const }, { vendor: 'crowdpower' as const }])(
  'the script for $vendor',
  ({ vendor }) => {
    const name = `sendoff.${vendor}.js`

    test('has nothing of other vendors in it, and of servers', () => {
      const others = ['klaviyo', 'bloomreach', 'exponea', 'crowdpower', 'yotpo', 'helpcrunch'].filter(
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
  },
)

describe('the script for every vendor that a page may speak to', () => {
  const script = textOf('sendoff.js')

  test('sends to these and nobody else', () => {
    expect(originsIn(script)).toEqual(Object.values(ORIGINS).sort())
    expect(SERVERS.filter((word) => script.toLowerCase().includes(word))).toEqual([])
    expect(FORBIDDEN.filter((words) => script.includes(words))).toEqual([])
  })
})
