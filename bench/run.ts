// The command `npm run bench [-- --only size,growth] [--quick]` measures sendoff beside its peers and rewrites
// RESULTS.md.
import { parseArgs } from 'node:util'
import { type Browser, chromium } from '@playwright/test'
import { launchOptions } from '../testing/browsers/launch-options.ts'
import { currentConditions } from './conditions.ts'
import { measureCost } from './cost/measure-cost.ts'
import { measureCrowd } from './crowd/measure-crowd.ts'
import { FAULT_NAMES } from './delivery/faults.ts'
import { measureDelivery } from './delivery/measure-delivery.ts'
import { engineDigest } from './engine.ts'
import { measureFeel } from './feel/measure-feel.ts'
import { FEEL_PAGES } from './feel/pages.ts'
import { ENDING_NAMES } from './gone/endings.ts'
import { measureGone } from './gone/measure-gone.ts'
import { measureGrowth } from './growth/measure-growth.ts'
import { measureDrain } from './pairs/measure-drain.ts'
import { measureLoop } from './pairs/measure-loop.ts'
import { goalsOf } from './report/goals.ts'
import { writeReport } from './report/write-report.ts'
import { type Findings, loadResults, PARTS, type Part, saveFinding } from './results.ts'
import { measureSizes } from './size.ts'
import { measureTasks } from './tasks/measure-tasks.ts'
import { TRACKERS } from './trackers/names.ts'
import { measureVendors } from './vendors/measure-vendors.ts'
import { VENDORS } from './vendors/names.ts'

const { values } = parseArgs({
  options: {
    /**
     * The parts, separated by commas; without it, all. `delivery` includes `vendors`; `none` only rewrites the report.
     */
    only: { type: 'string' },
    /** Whether there are fewer rounds and shorter queues: for a look, not for the record. */
    quick: { type: 'boolean', default: false },
    /** Of `delivery`, `vendors`, `gone` and `feel`, separated by commas; without them, all. What is not all is printed and not recorded. */
    trackers: { type: 'string' },
    faults: { type: 'string' },
    /** How many scenarios of `delivery`, `vendors` and `gone` run at once. */
    parallel: { type: 'string', default: '2' },
  },
})

const { quick } = values
const chosen = values.only?.split(',') ?? PARTS
const unknown = chosen.filter((part) => part !== 'none' && !PARTS.some((known) => known === part))
if (unknown.length) throw new Error(`--only ${unknown}: expected some of ${PARTS}`)

const someOf = <Name extends string>(all: readonly Name[], given: string | undefined): readonly Name[] =>
  given ? all.filter((name) => given.split(',').includes(name)) : all

const tell = (line: string): void => console.log(`  ${line}`)

const withBrowser = async <Result>(work: (browser: Browser) => Promise<Result>) => {
  const browser = await chromium.launch(launchOptions)
  try {
    return await work(browser)
  } finally {
    await browser.close()
  }
}

const repeated = async <Result>(rounds: number, work: () => Promise<Result>): Promise<readonly Result[]> => {
  const found: Result[] = []
  for (let round = 0; round < rounds; round++) found.push(await work())
  return found
}

const measure: {
  readonly [Name in Part]: (keep: (found: Findings[Name]) => void) => Promise<Findings[Name]>
} = {
  size: measureSizes,
  cost: () =>
    withBrowser((browser) =>
      measureCost(browser, {
        rounds: quick ? 2 : 9,
        idleMs: quick ? 15_000 : 60_000,
        maxHeapMs: quick ? 15_000 : 60_000,
        tell,
      }),
    ),
  delivery: () =>
    measureDelivery({
      trackers: someOf(TRACKERS, values.trackers),
      faults: someOf(FAULT_NAMES, values.faults),
      runs: quick ? 1 : 3,
      parallel: Number(values.parallel),
      tell,
    }),
  vendors: (keep) =>
    measureVendors({
      vendors: someOf(VENDORS, values.trackers),
      faults: someOf(FAULT_NAMES, values.faults),
      runs: quick ? 1 : 3,
      parallel: Number(values.parallel),
      tell,
      keep,
    }),
  growth: () =>
    measureGrowth({ lengths: [100, 1_000, 10_000, 100_000, ...(quick ? [] : [1_000_000])], tell }),
  crowd: async () =>
    measureCrowd({ flashVisitors: quick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000], tell }),
  feel: () =>
    withBrowser((browser) =>
      measureFeel(browser, {
        pages: someOf(FEEL_PAGES, values.trackers),
        rounds: quick ? { startUps: 1, ours: 1 } : { startUps: 3, ours: 3 },
        idleMs: quick ? 5_000 : 20_000,
        tell,
      }),
    ),
  loops: () => withBrowser((browser) => repeated(quick ? 1 : 5, () => measureLoop(browser))),
  drain: () => repeated(quick ? 1 : 5, () => measureDrain(20_000)),
  tasks: () =>
    measureTasks({
      lengths: [10_000, 100_000, ...(quick ? [] : [1_000_000])].flatMap((events) => [
        { events, records: 'bursts' },
        { events, records: 'single' },
      ]),
      starts: 3,
      watchMs: 20_000,
      tell,
    }),
  gone: (keep) =>
    measureGone({
      trackers: someOf(TRACKERS, values.trackers),
      endings: someOf(ENDING_NAMES, values.faults),
      runs: quick ? { sendoff: 1, peers: 1 } : { sendoff: 3, peers: 1 },
      parallel: Number(values.parallel),
      tell,
      keep,
    }),
}

const run = async <Name extends Part>(part: Name): Promise<void> => {
  console.log(part)
  const conditions = await currentConditions(process.argv.slice(2))
  const keep = (found: Findings[Name]): void => {
    if (!values.trackers && !values.faults) saveFinding(part, { conditions, found })
  }
  keep(await measure[part](keep))
}

const isChosen = (part: Part): boolean =>
  chosen.includes(part) || (part === 'vendors' && chosen.includes('delivery'))

for (const part of PARTS) if (isChosen(part)) await run(part)

const results = loadResults()
writeReport(results, await engineDigest())
console.log('\nbench/RESULTS.md is rewritten. What must be shown:')
for (const { passed, goal, measured } of goalsOf(results))
  console.log(`${passed ? 'passed' : 'MISSED'}  ${goal}: ${measured}`)
