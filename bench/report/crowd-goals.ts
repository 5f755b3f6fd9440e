import type { CrowdRun } from '../crowd/measure-crowd.ts'
import type { Goal } from './goal.ts'

const MIN_USED = 0.95
const MIN_FEWER_REFUSED = 3
const MAX_FIRST_MS = 2_000

const worst = (values: readonly number[]): number =>
  values.reduce((least, value) => Math.min(least, value), Infinity)

/** Returns the goals for a crowd under one account's limits. */
export const crowdGoals = (runs: readonly CrowdRun[]): readonly Goal[] => {
  const flash = runs.filter(({ scene }) => scene === 'flash')
  const ours = flash.filter(({ pace }) => pace === 'sendoff')
  const quiet = runs.filter(({ scene, pace }) => scene === 'quiet' && pace === 'sendoff')
  const single = worst(ours.map(({ usedSingle }) => usedSingle))
  // Where every visitor has one event, there is nothing to send in bulk.
  const bulk = worst(ours.filter((run) => run.tracked > run.visitors).map(({ usedBulk }) => usedBulk))
  const fewer = worst(
    ours.map(({ visitors, readable, refused }) => {
      const plain = flash.find(
        (run) => run.pace === 'plain' && run.visitors === visitors && run.readable === readable,
      )
      return (plain?.refused ?? Number.NaN) / refused
    }),
  )
  const firstMs = -worst(quiet.map((run) => -run.firstMs.p99))
  return [
    {
      goal: `5a. flash sale: at least ${MIN_USED * 100} % of the limits used while pages have a backlog`,
      measured: `at the worst, single ${(single * 100).toFixed(0)} %, bulk ${(bulk * 100).toFixed(0)} %`,
      passed: Math.min(single, bulk) >= MIN_USED,
    },
    {
      goal: `5b. at least ${MIN_FEWER_REFUSED} times fewer refused requests than plain back-off`,
      measured: `at the worst ${fewer.toFixed(2)} times fewer`,
      passed: fewer >= MIN_FEWER_REFUSED,
    },
    {
      goal: '5c. a quiet shop: the first event of a visitor is delivered within 2 seconds',
      measured: `99th percentile ${(firstMs / 1_000).toFixed(2)} s`,
      passed: firstMs <= MAX_FIRST_MS,
    },
  ]
}
