// The command `npm run bench:loops [-- --before <commit>] [--rounds 5]` tells what a loop of 20,000 calls of track()
// costs, beside the control, and beside an earlier sendoff in the same run.
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { launchOptions } from '../../testing/browsers/launch-options.ts'
import { earlierSource } from './earlier-source.ts'
import { type LoopCost, MAX_RATIO, measureLoop, ratiosOf } from './measure-loop.ts'

const { values } = parseArgs({
  options: {
    /** The commit that the present sources are compared with. */
    before: { type: 'string' },
    rounds: { type: 'string', default: '5' },
  },
})

const earlier = values.before && earlierSource(values.before)
const browser = await chromium.launch(launchOptions)
const sources = [
  { name: 'now', source: undefined },
  ...(earlier ? [{ name: `${values.before}`, source: earlier }] : []),
]
const measured = sources.map((of) => ({ ...of, found: [] as LoopCost[] }))
for (let round = 0; round < Number(values.rounds); round++)
  for (const { source, found } of round % 2 ? measured.toReversed() : measured)
    found.push(await measureLoop(browser, source))
await browser.close()

console.log(
  `${values.rounds} rounds; of each thousand calls of a page, the shortest time of ten; load average ${loadavg()[0]?.toFixed(1)}`,
)
const controls = measured.flatMap(({ found }) => found)
const ratios = measured.map(({ name, found }) => {
  const { best, middle, bestUs } = ratiosOf(found, controls)
  console.log(
    `${name}: ${best.toFixed(2)} times the control's at best, ${middle.toFixed(2)} in the middle; ${bestUs.toFixed(2)} µs a call`,
  )
  return best
})
process.exitCode = (ratios[0] ?? 0) > MAX_RATIO ? 1 : 0
