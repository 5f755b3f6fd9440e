import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../sources.ts'

/** A number that a page tells, and where it comes from. */
export interface Fact {
  readonly page: string
  /** The sentence, with the number as its only group. */
  readonly told: RegExp
  readonly source: string
  /** The number in the source, as its only group. */
  readonly found: RegExp
  /** What the page's number is in the unit of the source. @default 1 */
  readonly times?: number
}

const RELAY = 'RELAY.md'
const README = 'README.md'
/** The page with the proofs. */
export const PROOF = 'docs/guide/proof.md'
const USING = 'docs/guide/using.md'
const WAIT = 'docs/questions/how-long-do-events-wait.md'
const VENDORS = 'docs/guide/vendors.md'

/** Numbers that have one place in the code. */
export const FACTS: readonly Fact[] = [
  {
    page: USING,
    told: /`data-max-age-days` \((\d+)\)/,
    source: 'src/config.ts',
    found: /maxAgeDays: (\d+)/,
  },
  {
    page: README,
    told: /delivered, refused or (\d+) days old/,
    source: 'src/config.ts',
    found: /maxAgeDays: (\d+)/,
  },
  {
    page: USING,
    told: /`data-max-events` \(([\d,]+)\)/,
    source: 'src/config.ts',
    found: /maxEvents: ([\d_]+)/,
  },
  {
    page: WAIT,
    told: /not taken \| (\d+) days/,
    source: 'src/config.ts',
    found: /maxAgeDays: (\d+)/,
  },
  { page: WAIT, told: /more than ([\d,]+) of them/, source: 'src/config.ts', found: /maxEvents: ([\d_]+)/ },
  { page: WAIT, told: /up to ([\d,]+) of them/, source: 'src/entries/stub.ts', found: /length < (\w+)/ },
  {
    page: WAIT,
    told: /takes none after (\d+)/,
    source: 'src/vendors/mixpanel/destination.ts',
    found: /MAX_AGE_DAYS = (\d+)/,
  },
  {
    page: 'docs/questions/an-event-is-refused.md',
    told: /more than ([\d,]+) characters/,
    source: 'src/frozen-call.ts',
    found: /MAX_CHARS = ([\d_]+)/,
  },
  {
    page: 'docs/vendors/bloomreach.md',
    told: /Up to (\d+) commands/,
    source: 'src/vendors/bloomreach/destination.ts',
    found: /MAX_COMMANDS = (\d+)/,
  },
  ...['crowdpower', 'segment', 'posthog', 'mixpanel'].map((vendor) => ({
    page: `docs/vendors/${vendor}.md`,
    told: /Up to ([\d,]+) events/,
    source: `src/vendors/${vendor}/destination.ts`,
    found: /MAX_EVENTS = ([\d_]+)/,
  })),
  {
    page: 'docs/vendors/amplitude.md',
    told: /more than (\d+) at a time/,
    source: 'src/vendors/amplitude/destination.ts',
    found: /MANY = (\d+)/,
  },
  {
    page: 'docs/vendors/http.md',
    told: /up to ([\d,]+) events/,
    source: 'src/vendors/relayed.ts',
    found: /RELAY_EVENTS = ([\d_]+)/,
  },
  { page: USING, told: /keeps up to ([\d,]+) calls/, source: 'src/entries/stub.ts', found: /length < (\w+)/ },
  {
    page: README,
    told: /may hold ([\d,]+) characters as JSON/,
    source: 'src/frozen-call.ts',
    found: /MAX_CHARS = ([\d_]+)/,
  },
  {
    page: VENDORS,
    told: /`\/batch`, (\d+) commands/,
    source: 'src/vendors/bloomreach/destination.ts',
    found: /MAX_COMMANDS = (\d+)/,
  },
  {
    page: VENDORS,
    told: /Bloomreach .* (\d+) events each/,
    source: 'src/vendors/bloomreach/destination.ts',
    found: /MAX_COMMANDS = (\d+)/,
  },
  {
    page: VENDORS,
    told: /Crowdpower .* (\d+) events each/,
    source: 'src/vendors/crowdpower/destination.ts',
    found: /MAX_EVENTS = (\d+)/,
  },
  {
    page: VENDORS,
    told: /your own .* ([\d,]+) events each/,
    source: 'src/vendors/relayed.ts',
    found: /RELAY_EVENTS = ([\d_]+)/,
  },
  {
    page: VENDORS,
    told: /(\d+) bulk a second/,
    source: 'src/vendors/klaviyo/destination.ts',
    found: /Bulk: (\d+) a second/,
  },
  {
    page: VENDORS,
    told: /(\d+) a minute \|\n\| Bloomreach/,
    source: 'src/vendors/klaviyo/destination.ts',
    found: /a second, (\d+) a minute/,
  },
  {
    page: VENDORS,
    told: /Yotpo .* (\d+) a second/,
    source: 'src/relay/vendors/yotpo-vendor.ts',
    found: /requestsPerSecond = (\d+)/,
  },
  {
    page: VENDORS,
    told: /HelpCrunch .* (\d+) a minute/,
    source: 'src/relay/vendors/helpcrunch-vendor.ts',
    found: /requestsPerMinute = (\d+)/,
  },
  {
    page: PROOF,
    told: /has at most (\d+) bytes/,
    source: 'scripts/script-files.mjs',
    found: /maxInlineBytes: (\d+)/,
  },
  {
    page: README,
    told: /board at http:\/\/localhost:(\d+)/,
    source: 'demo/server.ts',
    found: /PORT \?\? (\d+)/,
  },
  { page: README, told: /Node (\d+) or later/, source: 'package.json', found: /"node": ">=(\d+)"/ },
  {
    page: PROOF,
    told: /loop of ([\d,]+) against/,
    source: 'bench/pairs/measure-loop.ts',
    found: /CALLS = ([\d_]+)/,
  },
  {
    page: PROOF,
    told: /task over (\d+) ms/,
    source: 'bench/tasks/watch-main-thread.ts',
    found: /MAX_TASK_MS = (\d+)/,
  },
  {
    page: RELAY,
    told: /at most ([\d,]+)\nevents/,
    source: 'src/vendors/relayed.ts',
    found: /RELAY_EVENTS = ([\d_]+)/,
  },
  {
    page: RELAY,
    told: /and ([\d,]+) bytes/,
    source: 'src/vendors/relayed.ts',
    found: /RELAY_BYTES = ([\d_]+)/,
  },
  {
    page: RELAY,
    told: /where it listens; (\d+) on/,
    source: 'src/relay/node/settings.ts',
    found: /DEFAULT_PORT = (\d+)/,
  },
  {
    page: RELAY,
    told: /share of it; (\d+)/,
    source: 'src/relay/vendors/helpcrunch-vendor.ts',
    found: /requestsPerMinute = (\d+)/,
  },
  {
    page: RELAY,
    told: /the limits \((\d+) a minute/,
    source: 'src/relay/vendors/helpcrunch-vendor.ts',
    found: /requestsPerMinute = (\d+)/,
  },
  {
    page: RELAY,
    told: /a minute, (\d+) a second\)/,
    source: 'src/relay/vendors/yotpo-vendor.ts',
    found: /requestsPerSecond = (\d+)/,
  },
  {
    page: RELAY,
    told: /it remembers ([\d,]+) ids/,
    source: 'src/relay/ids/memory-ids.ts',
    found: /MAX_IDS = ([\d_]+)/,
  },
  {
    page: RELAY,
    told: /without a queue after (two) minutes/,
    source: 'src/relay/ids/delivered-ids.ts',
    found: /CLAIM_MS = ([\d_]+)/,
    times: 60_000,
  },
  {
    page: 'SECURITY.md',
    told: /at most ([\d,]+) bytes/,
    source: 'src/vendors/relayed.ts',
    found: /RELAY_BYTES = ([\d_]+)/,
  },
  {
    page: 'SECURITY.md',
    told: /([\d,]+) events a request/,
    source: 'src/vendors/relayed.ts',
    found: /RELAY_EVENTS = ([\d_]+)/,
  },
]

const WORDS: Readonly<Record<string, number>> = {
  two: 2,
  four: 4,
  seven: 7,
  nine: 9,
  ten: 10,
  twelve: 12,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  'twenty-one': 21,
  'forty-four': 44,
}

/** A number as prose or code writes it: `100,000`, `100_000`, `1e3`, `twelve`. */
export const numberOf = (text: string): number => WORDS[text] ?? Number(text.replace(/[,_]/g, ''))

/** The number that a pattern finds in a file. @throws {Error} when it finds none. */
export const numberIn = (path: string, pattern: RegExp): number => {
  const [, number] = pattern.exec(readFileSync(join(ROOT, path), 'utf8')) ?? []
  if (number === undefined) throw new Error(`${path}: expected ${pattern}`)
  return numberOf(number)
}
