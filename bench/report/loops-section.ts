import { CALLS, type LoopCost, MAX_RATIO, ratiosOf } from '../pairs/measure-loop.ts'
import type { Goal } from './goal.ts'
import type { Section } from './section.ts'
import { figure, table } from './table.ts'

export const loopsSection = (found: readonly LoopCost[]): Section => {
  const { best, middle, bestUs } = ratiosOf(found)
  const controlMs = Math.min(...found.map((pair) => pair.controlMs))
  return {
    title: 'A loop of track(), and what it costs at best',
    partOf: 'Cost to the page',
    text: `As \`npm run bench:loops\`, which compares with an earlier commit, too: ${figure(CALLS)} calls on the pages of ${figure(found.length)} new visitors, ten loops each, and the control's in turn with them; of each thousand calls,
the shortest time of the ten, so that neither the machine nor the collection of garbage has a part in it.

${table(
  ['', 'µs a call', 'in proportion to the control'],
  [
    ['sendoff at best', figure(bestUs, 2), figure(best, 2)],
    ['sendoff in the middle of the visitors', figure((middle / best) * bestUs, 2), figure(middle, 2)],
    ['array + sendBeacon at best', figure((1_000 * controlMs) / CALLS, 2), figure(1, 2)],
  ],
)}`,
    charts: {},
  }
}

export const loopsGoals = (found: readonly LoopCost[]): readonly Goal[] => {
  const { best, middle } = ratiosOf(found)
  return [
    {
      goal: `7. at best, a loop of ${figure(CALLS)} costs at most ${MAX_RATIO} times the control's`,
      measured: `${best.toFixed(2)} times, ${middle.toFixed(2)} in the middle`,
      passed: best <= MAX_RATIO,
    },
  ]
}
