import type { GoneResults, GoneRun } from '../gone/measure-gone.ts'
import type { Goal } from './goal.ts'
import { runsOf } from './gone-section.ts'
import { median } from './quantile.ts'

const MAX_SHARE = 0.2

/** Returns the goals for visits without a next one. */
export const goneGoals = ({ runs, drains }: GoneResults): readonly Goal[] => {
  const required = (['chromium', 'firefox'] as const).flatMap((engine) =>
    (['close', 'close-10000', 'first', 'elsewhere'] as const).flatMap((ending) =>
      runsOf(runs, { tracker: 'sendoff', worker: true, engine }, ending),
    ),
  )
  const isShort = ({ delivered, tracked, failed }: GoneRun): boolean => !!failed || delivered < tracked
  const short = required.filter(isShort)
  const twice = runs.reduce((all, { recordedTwice = 0 }) => all + recordedTwice, 0)
  const of = (worker: boolean): number =>
    median(drains.filter((drain) => drain.worker === worker).map(({ mainThreadMs }) => mainThreadMs))
  return [
    {
      goal: '6a. with the worker, all of 1,000 and of 10,000 arrive without a next visit in Chromium and Firefox',
      measured: short.length
        ? short
            .map(
              ({ engine, ending, delivered, tracked }) => `${engine}, ${ending}: ${delivered} of ${tracked}`,
            )
            .join('; ')
        : `in all ${required.length} runs; ${twice} recorded twice`,
      passed: required.length > 0 && short.length === 0 && twice === 0,
    },
    {
      goal: `6b. draining 10,000 in the worker takes at most ${MAX_SHARE * 100} % of the page's main-thread time`,
      measured: `${of(true).toFixed(0)} ms, by the page ${of(false).toFixed(0)} ms: ${((100 * of(true)) / of(false)).toFixed(0)} %`,
      passed: of(true) <= MAX_SHARE * of(false),
    },
  ]
}
