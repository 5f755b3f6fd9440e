// npm run simulate -- --seeds 1000000     plays so many seeds on all cores
// npm run simulate -- --seed 4711         tells the story of one
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import type { Findings, Seeds } from './campaign.ts'
import { play } from './play.ts'
import { retell } from './retell.ts'
import { drawStory } from './story.ts'
import { createTally } from './tally.ts'

const playElsewhere = (seeds: Seeds): Promise<Findings> =>
  new Promise((resolve, reject) => {
    // A worker does not inherit the loader of TypeScript; this brings it along.
    const source = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(import.meta.resolve('./worker.ts'))}) })`
    const worker = new Worker(source, { eval: true, workerData: seeds })
    worker.once('message', resolve).once('error', reject)
  })

const playMany = async (count: number, from: number): Promise<boolean> => {
  const cores = Math.min(availableParallelism(), count)
  const start = performance.now()
  const parts = Array.from({ length: cores }, (_, core) =>
    playElsewhere({ from: from + core, count: count - core, every: cores }),
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
    `${played} seeds in ${seconds.toFixed(1)} s on ${cores} cores: ${Math.round(played / seconds)} a second`,
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

const { seeds, seed, from } = parseArgs({
  options: {
    seeds: { type: 'string', default: '10000' },
    seed: { type: 'string' },
    from: { type: 'string', default: '1' },
  },
}).values
const isRight = seed ? await playOne(Number(seed)) : await playMany(Number(seeds), Number(from))
process.exitCode = isRight ? 0 : 1
