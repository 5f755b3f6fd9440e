// npm run simulate -- --seeds 1000000     plays so many seeds, on all cores or so many: --jobs 1
// npm run simulate -- --seed 4711         tells the story of one
import { once } from 'node:events'
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

/** A thread plays so many seeds before it tells what it has found. */
const PORTION = 5_000
/** After so many seeds it is printed how far they are. */
const TOLD_EVERY = 50_000

/** A thread that plays one portion after the other until there is none. */
const playPortions = async (
  script: URL,
  next: () => Seeds | undefined,
  onFindings: (findings: Findings) => void,
): Promise<void> => {
  const worker = new Worker(script, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } })
  for (let seeds = next(); seeds; seeds = next()) {
    worker.postMessage(seeds)
    const [findings] = await once(worker, 'message')
    onFindings(findings)
  }
  await worker.terminate()
}

const playMany = async (count: number, from: number, jobs: number): Promise<boolean> => {
  const script = await bundle('./worker.ts')
  const start = performance.now()
  const pace = (): string => {
    const seconds = (performance.now() - start) / 1_000
    return `${seconds.toFixed(0)} s in ${jobs} ${jobs > 1 ? 'threads' : 'thread'}: ${Math.round(played / seconds)} a second`
  }
  const tally = createTally()
  const violations: Findings['violations'][number][] = []
  let begun = 0
  let played = 0
  const next = (): Seeds | undefined => {
    const portion = Math.min(PORTION, Math.ceil(count / jobs), count - begun)
    if (!portion || violations.length) return undefined
    begun += portion
    return { from: from + begun - portion, count: portion }
  }
  const onFindings = (findings: Findings): void => {
    tally.add(findings.counts)
    violations.push(...findings.violations)
    played += findings.played
    if (played < count && !(played % TOLD_EVERY)) console.log(`${played} of ${count} seeds in ${pace()}`)
  }
  await Promise.all(Array.from({ length: jobs }, () => playPortions(script, next, onFindings)))
  for (const [what, times] of Object.entries(tally.counts).sort())
    console.log(`${String(times).padStart(12)} ${what}`)
  console.log(`${played} seeds in ${pace()}`)
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
const isRight = seed
  ? await playOne(Number(seed))
  : await playMany(Number(seeds), Number(from), Math.max(1, Number(jobs)))
process.exitCode = isRight ? 0 : 1
