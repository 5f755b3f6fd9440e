// The command `npm run bench:drain [-- --before <commit>] [--rounds 5] [--events 20000]` tells what draining costs,
// beside a bare loop of fetch, and beside an earlier sendoff in the same run.
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { quantile } from '../report/quantile.ts'
import { earlierSource } from './earlier-source.ts'
import { type DrainCost, MIN_SHARE, measureDrain } from './measure-drain.ts'

const { values } = parseArgs({
  options: {
    /** The commit that the present sources are compared with. */
    before: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    events: { type: 'string', default: '20000' },
  },
})
const events = Number(values.events)

const earlier = values.before && earlierSource(values.before)
const [now, then]: [DrainCost[], DrainCost[]] = [[], []]
for (let round = 0; round < Number(values.rounds); round++) {
  // The order is reversed every second time, so that a busy moment affects both.
  const measureNow = async () => void now.push(await measureDrain(events))
  const measureThen = async () => void (earlier && then.push(await measureDrain(events, earlier)))
  for (const measure of round % 2 ? [measureNow, measureThen] : [measureThen, measureNow]) await measure()
}

const spread = (found: readonly number[], unit = ''): string => {
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(found, share).toFixed(2))
  return `${middle}${unit} (${low} to ${high})`
}
const shares = (found: readonly DrainCost[]) => found.map(({ bareMs, drainMs }) => bareMs / drainMs)
const ratios = (of: (cost: DrainCost) => number) =>
  now.map((cost, round) => of(cost) / of(then[round] as DrainCost))

console.log(
  `${events.toLocaleString('en')} events, ${values.rounds} rounds; median, and in brackets the range of the middle half; load average ${loadavg()[0]?.toFixed(1)}`,
)
const per = 1_000 / events
const report = (title: string, found: readonly DrainCost[]) => {
  console.log(
    `${title}: ${spread(shares(found))} of a bare loop's pace; processor time of the page for a thousand events ${spread(
      found.map(({ pageMs }) => pageMs * per),
      ' ms',
    )}, the bare loop ${spread(
      found.map(({ barePageMs }) => barePageMs * per),
      ' ms',
    )}; longest task ${Math.max(...found.map(({ longestTaskMs }) => longestTaskMs)).toFixed(0)} ms`,
  )
}
report('now', now)
if (earlier) {
  report(`${values.before}`, then)
  console.log(`now in proportion to ${values.before}, in pairs:`)
  console.log(`  enqueuing ${spread(ratios(({ enqueueMs }) => enqueueMs))} times as long`)
  console.log(`  draining ${spread(ratios(({ drainMs }) => drainMs))} times as long`)
  console.log(
    `  processor time of the page ${spread(ratios(({ pageMs }) => pageMs))}, of the whole browser ${spread(ratios(({ browserMs }) => browserMs))}`,
  )
}
const share = quantile(shares(now), 0.5)
if (share < MIN_SHARE) console.error(`too slow: ${(share * 100).toFixed(0)} % of a bare loop's pace`)
process.exitCode = share < MIN_SHARE ? 1 : 0
