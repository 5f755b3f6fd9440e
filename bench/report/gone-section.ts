import { ENDINGS } from '../gone/endings.ts'
import type { GoneRun } from '../gone/measure-gone.ts'
import { TITLES, TRACKERS, type TrackerName } from '../trackers/names.ts'
import { barChart } from './bar-chart.ts'
import { median } from './quantile.ts'
import type { Section } from './section.ts'
import { figure, table } from './table.ts'

interface Row {
  readonly title: string
  readonly tracker: TrackerName
  readonly worker: boolean
}

const ROWS: readonly Row[] = [
  { title: 'sendoff with its worker', tracker: 'sendoff', worker: true },
  ...TRACKERS.map((tracker) => ({ title: TITLES[tracker], tracker, worker: false })),
]

const runsOf = (all: readonly GoneRun[], { tracker, worker }: Row, ending: string): readonly GoneRun[] =>
  all.filter((run) => run.tracker === tracker && run.worker === worker && run.ending === ending)

/** Each run by itself: what is left to chance shows. */
const cell = (runs: readonly GoneRun[]): string => {
  if (runs.length === 0) return '–'
  const failed = runs.find((run) => run.failed)?.failed
  if (failed) return failed
  const arrived = runs.map(({ delivered }) => figure(delivered)).join(', ')
  const doubled = runs.reduce((sum, run) => sum + run.doubled, 0)
  const all = runs.every(({ delivered, tracked }) => delivered === tracked)
  const took = all ? ` (${figure(Math.max(...runs.map(({ lastMs }) => lastMs)) / 1_000, 1)} s)` : ''
  return `${arrived}${took}${doubled ? `; ${figure(doubled)} twice` : ''}`
}

export const goneSection = (all: readonly GoneRun[]): Section => {
  const endings = Object.keys(ENDINGS).filter((ending) => all.some((run) => run.ending === ending))
  const rows = ROWS.filter((row) => endings.some((ending) => runsOf(all, row, ending)[0]))
  const share = (row: Row): number =>
    median(runsOf(all, row, 'close').map(({ delivered, tracked }) => (100 * delivered) / tracked))
  const bars = rows
    .filter((row) => runsOf(all, row, 'close')[0])
    .map((row) => ({
      name: row.title,
      value: share(row),
      label: `${figure(share(row), 1)} %`,
      isOurs: row.tracker === 'sendoff',
    }))
  const twice = all.reduce((sum, { recordedTwice = 0 }) => sum + recordedTwice, 0)
  return {
    title: 'Gone for good',
    text: `One visit, and no other: what has arrived a minute after it has ended (of a crash, after six and a half). The browser stays open, on
another site. Every run by itself; in brackets the seconds from \`track()\` to the last arrival of all runs, where all arrived. The collector of sendoff is the emulator of Klaviyo's
API, which recorded ${twice} events twice.

![Arrived](charts/gone.svg)

${table(
  ['', ...endings.map((ending) => ENDINGS[ending]?.title ?? ending)],
  rows.map((row) => [row.title, ...endings.map((ending) => cell(runsOf(all, row, ending)))]),
)}`,
    charts: {
      gone: barChart('Arrived of 1,000 after a minute, tab closed at once, in percent (median)', bars),
    },
  }
}
