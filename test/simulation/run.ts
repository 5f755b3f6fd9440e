// npm run simulate -- --seeds 1000000     plays so many seeds, on all cores or so many: --jobs 1
// npm run simulate -- --seed 4711         tells the story of one
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { bundle } from './bundle.ts'
import type { Findings, Seeds } from './campaign.ts'
import { play } from './play.ts'
import { retell } from './retell.ts'
import { drawStory } from './story.ts'
import { createTally } from './tally.ts'

/** A story leaves little behind: with room for the young, most of it is gone before it is looked at. */
const YOUNG_MB = 64

const playElsewhere = (script: URL, seeds: Seeds): Promise<Findings> =>
  new Promise((resolve, reject) => {
    const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_MB }
    const worker = new Worker(script, { workerData: seeds, resourceLimits })
    worker.once('message', resolve).once('error', reject)
  })

const playMany = async (count: number, from: number, most: number): Promise<boolean> => {
  const jobs = Math.max(1, Math.min(most, count))
  const script = await bundle('./worker.ts')
  const start = performance.now()
  const parts = Array.from({ length: jobs }, (_, job) =>
    playElsewhere(script, { from: from + job, count: count - job, every: jobs }),
  )
  const findings = await Promise.all(parts)
  const seconds = (performance.now() - start) / 1_000
  const tally = createTally()
  for (const { counts } of findings) tally.add(counts)
  for (const [what, times] of Object.entries(tally.counts).sort())
    console.log(`${String(times).padStart(12)} ${what}`)
  const played = findings.reduce((sum, part) => sum + part.played, 0)
  const violations = findings.flatMap((part) => part.violations)
  console.log(
    `${played} seeds in ${seconds.toFixed(1)} s in ${jobs} ${jobs > 1 ? 'threads' : 'thread'}: ${Math.round(played / seconds)} a second`,
  )
  for (const { seed } of violations) console.log(`\n${await retell(seed)}`)
  console.log(violations.length ? `${violations.length} violations` : 'No violation.')
  return !violations.length
}

const playOne = async (seed: number): Promise<boolean> => {
  const violation = await play(drawStory(seed), undefined, undefined, console.log)
  if (violation) console.log(`\n${await retell(seed)}`)
  else console.log('No violation.')
  return !violation
}

const { seeds, seed, from, jobs } = parseArgs({
  options: {
    seeds: { type: 'string', default: '10000' },
    seed: { type: 'string' },
    from: { type: 'string', default: '1' },
    jobs: { type: 'string', default: `${availableParallelism()}` },
  },
}).values
const isRight = seed ? await playOne(Number(seed)) : await playMany(Number(seeds), Number(from), Number(jobs))
process.exitCode = isRight ? 0 : 1
