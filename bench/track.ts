// The command `npm run bench [-- rounds]` tells what track() costs the page, and what a long queue costs it.
import { availableParallelism, loadavg } from 'node:os'
import { chromium } from '@playwright/test'
import { createKlaviyoEmulator } from '../src/vendors/klaviyo/emulator/emulator.ts'
import { launchOptions } from '../testing/browsers/launch-options.ts'
import { startSite } from '../testing/http/site.ts'
import { startVendor } from '../testing/http/vendor.ts'
import { type Drain, measureDrain } from './drain.ts'
import { type LoopPair, measureLoops, OBJECTS, WARM_UP } from './loop.ts'
import { benchPage } from './page.ts'

const rounds = Number(process.argv[2] ?? 15)
const MAX_RATIO = 2
const MAX_TASK_MS = 50
/** The highest load: on a busier machine a long task says nothing of the page. */
const MAX_LOAD = 1.5
/** The most bytes that 90,000 more events, which are 63 MB, may keep alive in addition. */
const MAX_GROWTH_BYTES = 6_000_000

const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN
}

/** Returns `1.50 (1.41 to 1.62)`: the median, and the range in which the middle half lies. */
const spread = (values: readonly number[], digits: number): string => {
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(values, share).toFixed(digits))
  return `${middle} (${low} to ${high})`
}

const reportLoops = (title: string, measured: readonly LoopPair[]): number => {
  const ratios = measured.map(({ trackMs, plainMs }) => trackMs / plainMs)
  const times = [measured.map(({ trackMs }) => trackMs), measured.map(({ plainMs }) => plainMs)] as const
  const bytes = quantile(
    measured.map((pair) => pair.bytes),
    0.5,
  )
  console.log(`${title}: ratio ${spread(ratios, 2)}, ${bytes} bytes each`)
  console.log(`  track() ${spread(times[0], 1)} ms, push and stringify ${spread(times[1], 1)} ms`)
  return quantile(ratios, 0.5)
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`

const reportDrain = ({ events, queuedBytes, deliveringBytes, drainMs, longTasksMs }: Drain): void => {
  const longest = longTasksMs.length
    ? `${longTasksMs.length} tasks over ${MAX_TASK_MS} ms, the longest ${Math.max(...longTasksMs)} ms, at a load average of ${load().toFixed(1)},`
    : `no task over ${MAX_TASK_MS} ms`
  console.log(`${events.toLocaleString('en')} events queued offline: ${longest} while they were delivered`)
  console.log(
    `  alive in the page: ${megabytes(queuedBytes)} more when queued, ${megabytes(deliveringBytes)} more at most while delivered`,
  )
  console.log(`  delivered in ${(drainMs / 1_000).toFixed(1)} s`)
}

const klaviyo = createKlaviyoEmulator()
const vendor = await startVendor(klaviyo)
const site = await startSite({ routes: { '/': benchPage(vendor.origin) } })
const browser = await chromium.launch(launchOptions)
const url = `${site.origin}/`

console.log(
  `Chromium ${browser.version()}; ${rounds} pairs each, every pair on a new visitor's page, order alternating;`,
)
console.log('median, and in brackets the range of the middle half')
// The load is noted, because a busy machine stretches tasks and loops, and neither evenly.
const load = (): number => loadavg()[0] ?? 0
const loadAtStart = load()
console.log(`${availableParallelism()} processors; load average ${loadAtStart.toFixed(1)} at the start`)
console.log(
  `${OBJECTS.toLocaleString('en')} objects tracked in one loop, against pushing them on an array and stringifying it once`,
)
const warmRatio = reportLoops(
  `after ${WARM_UP.toLocaleString('en')} of either`,
  await measureLoops(browser, { url, rounds, warm: true }),
)
const coldRatio = reportLoops(
  'the first of the page',
  await measureLoops(browser, { url, rounds, warm: false }),
)

klaviyo.reset()
const delivered = () => klaviyo.events().length
const short = await measureDrain(browser, { url, events: 10_000, delivered })
reportDrain(short)
klaviyo.reset()
const long = await measureDrain(browser, { url, events: 100_000, delivered })
reportDrain(long)
const bulk = klaviyo.requests().filter(({ path, status }) => path.includes('bulk') && status === 202).length
console.log(
  `  ${bulk} bulk requests, ${klaviyo.violations().length} that broke the vendor's rules, ${klaviyo.duplicates()} repeats`,
)

const isQuiet = Math.max(loadAtStart, load()) <= MAX_LOAD
await Promise.all([browser.close(), site.close(), vendor.close()])

const growth = Math.max(long.queuedBytes - short.queuedBytes, long.deliveringBytes - short.deliveringBytes)
const failures = [
  Math.max(warmRatio, coldRatio) > MAX_RATIO && `the loop costs more than ${MAX_RATIO} times the plain one`,
  isQuiet &&
    Math.max(0, ...long.longTasksMs) > MAX_TASK_MS &&
    `a task took longer than ${MAX_TASK_MS} ms on a quiet machine`,
  growth > MAX_GROWTH_BYTES && `90,000 more events keep ${megabytes(growth)} alive`,
].filter((failure) => failure !== false)
for (const failure of failures) console.error(`too slow: ${failure}`)
process.exitCode = failures.length ? 1 : 0
