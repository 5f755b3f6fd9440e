import { type DrainCost, MIN_SHARE } from '../pairs/measure-drain.ts'
import type { Goal } from './goal.ts'
import { median, quantile } from './quantile.ts'
import type { Section } from './section.ts'
import { figure, table } from './table.ts'

const sharesOf = (found: readonly DrainCost[]): readonly number[] =>
  found.map(({ bareMs, drainMs }) => bareMs / drainMs)

export const drainSection = (found: readonly DrainCost[]): Section => {
  const events = found[0]?.events ?? Number.NaN
  const spread = (of: (cost: DrainCost) => number, digits: number): string => {
    const values = found.map(of)
    const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => figure(quantile(values, share), digits))
    return `${middle} (${low} to ${high})`
  }
  const thousands = events / 1_000
  return {
    title: 'Draining beside a bare loop',
    partOf: 'How cost grows with the queue',
    text: `As \`npm run bench:drain\`, which compares with an earlier commit in pairs, too: ${figure(events)} events that wait, ${figure(found.length)} times, each in a profile of its own, and a bare loop of \`fetch\` with ready
bodies in the same page before and after. Medians for a thousand events, and in brackets the range of the middle half.

${table(
  ['', 'drain', 'bare loop'],
  [
    ['ms', spread((of) => of.drainMs / thousands, 1), spread((of) => of.bareMs / thousands, 1)],
    [
      "processor time of the page's process, ms",
      spread((of) => of.pageMs / thousands, 1),
      spread((of) => of.barePageMs / thousands, 1),
    ],
    ["the drain's pace in proportion to the bare loop's", spread((of) => of.bareMs / of.drainMs, 2), ''],
    [
      'longest task of all, ms; 0 where none took 50',
      figure(Math.max(...found.map((of) => of.longestTaskMs))),
      '',
    ],
  ],
)}`,
    charts: {},
  }
}

export const drainGoals = (found: readonly DrainCost[]): readonly Goal[] => {
  const share = median(sharesOf(found))
  return [
    {
      goal: `8. a drain has at least ${MIN_SHARE * 100} % of a bare loop's pace`,
      measured: `${(share * 100).toFixed(0)} %`,
      passed: share >= MIN_SHARE,
    },
  ]
}
