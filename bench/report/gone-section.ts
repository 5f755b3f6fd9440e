import { ENDING_NAMES, type EndingName, endingOf } from '../gone/endings.ts'
import type { DrainRun } from '../gone/measure-drains.ts'
import type { GoneResults, GoneRun } from '../gone/measure-gone.ts'
import { TITLES, TRACKERS } from '../trackers/names.ts'
import { barChart } from './bar-chart.ts'
import { median } from './quantile.ts'
import type { Section } from './section.ts'
import { figure, table } from './table.ts'

type Line = Pick<GoneRun, 'tracker' | 'worker' | 'engine'>

const WITH: Line = { tracker: 'sendoff', worker: true, engine: 'chromium' }
const LINES: readonly Line[] = [
  WITH,
  ...TRACKERS.map((tracker): Line => ({ tracker, worker: false, engine: 'chromium' })),
]
const ENGINES = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKitGTK' } as const
const CHARTED: EndingName = 'close'

export const titleOf = ({ tracker, worker }: Line): string =>
  `${TITLES[tracker]}${worker ? ' with its worker' : ''}`

export const runsOf = (
  all: readonly GoneRun[],
  { tracker, worker, engine }: Line,
  ending: EndingName,
): readonly GoneRun[] =>
  all.filter(
    (run) =>
      run.tracker === tracker && run.worker === worker && run.engine === engine && run.ending === ending,
  )

const sum = (runs: readonly GoneRun[], key: 'doubled' | 'recordedTwice'): number =>
  runs.reduce((all, run) => all + (run[key] ?? 0), 0)

/** Makes a cell that shows each run, because some results depend on chance. */
const cell = (runs: readonly GoneRun[]): string => {
  if (runs.length === 0) return '–'
  const failed = runs.find((run) => run.failed)?.failed
  if (failed) return failed
  const arrived = runs.map(({ delivered }) => figure(delivered)).join(', ')
  const seconds = runs.map(({ lastMs }) => lastMs / 1_000).filter(Number.isFinite)
  const last = runs.some(({ delivered }) => delivered) ? ` (${figure(Math.max(...seconds), 1)} s)` : ''
  const copies = sum(runs, 'doubled')
  const twice = sum(runs, 'recordedTwice')
  return `${arrived}${last}${copies ? `; ${figure(copies)} came again` : ''}${twice ? `; **${figure(twice)} recorded twice**` : ''}`
}

const drainTable = (drains: readonly DrainRun[]): string =>
  table(
    ['', 'ms of the main thread, each run', 'seconds to drain, each run'],
    [false, true].map((worker) => {
      const its = drains.filter((drain) => drain.worker === worker)
      return [
        worker ? 'the worker drains' : 'the page drains',
        its.map(({ mainThreadMs }) => figure(mainThreadMs)).join(', '),
        its.map(({ drainMs }) => figure(drainMs / 1_000, 1)).join(', '),
      ]
    }),
  )

export const goneSection = ({ runs, drains }: GoneResults): Section => {
  const ofAll = ENDING_NAMES.filter((ending) => endingOf(ending).of === 'all')
  const share = (line: Line): number =>
    median(runsOf(runs, line, CHARTED).map(({ delivered, tracked }) => (100 * delivered) / tracked))
  const bars = LINES.filter((line) => runsOf(runs, line, CHARTED)[0]).map((line) => ({
    name: titleOf(line),
    value: share(line),
    label: `${figure(share(line), 1)} %`,
    isOurs: line.tracker === 'sendoff',
  }))
  const columns = (['chromium', 'firefox', 'webkit'] as const).flatMap((engine) =>
    [true, false].map((worker): Line => ({ tracker: 'sendoff', worker, engine })),
  )
  const peers = runsOf(runs, { tracker: 'control', worker: false, engine: 'chromium' }, CHARTED)
  return {
    title: 'Gone for good',
    text: `One visit, and no other: what has arrived a minute after it has ended (where Background Sync is waited for, six and a half). The browser stays
open, on another site; 1,000 events of about 700 bytes are tracked in one task where nothing else is said. Every run by itself: ${figure(runsOf(runs, WITH, CHARTED).length)} of sendoff, ${figure(peers.length)} of a
peer; in brackets the seconds from before the loop to the last arrival of all runs (RudderStack's loop alone takes seconds). Several
browsers run at once: between the end of the loop and the close of the tab a driver may take so long that a page has sent everything by then, as the vendor is next
door. Hence runs of 1,000 beside runs of none.

![Arrived](charts/gone.svg)

${table(
  ['Chromium', ...ofAll.map((ending) => endingOf(ending).title)],
  LINES.map((line) => [titleOf(line), ...ofAll.map((ending) => cell(runsOf(runs, line, ending)))]),
)}

sendoff, with its worker and without. The vendor is the strict emulator of Klaviyo's API, which knows repeats: it recorded ${figure(sum(runs, 'recordedTwice'))} events twice.
Playwright is attached to Chromium's worker, which therefore is not ended while it is idle; that matters to no figure of the first minute. "Offline" is Playwright's: pages and
worker find no network, and \`onLine\` is false. Where nothing listened, an attempt may have arrived for all that is known, so Klaviyo gets each of its events
again by itself: on a busy machine the minute (of a crash, what is left of it after Background Sync) may end before the last; the rest waits for Background Sync and the next visit. WebKitGTK ends the worker
after 9.7 seconds. Without the worker, nothing runs after a crash or a kill before the next visit.

${table(
  ['', ...columns.map(({ worker, engine }) => `${ENGINES[engine]}, ${worker ? 'with' : 'without'}`)],
  ENDING_NAMES.map((ending) => [
    endingOf(ending).title,
    ...columns.map((line) => cell(runsOf(runs, line, ending))),
  ]),
)}
${
  drains.length
    ? `
What draining 10,000 events costs an open page, Chromium, from the moment in which all is stored:

${drainTable(drains)}
`
    : ''
}`,
    charts: {
      gone: barChart(
        'Arrived of 1,000 a minute after the tab was closed at once, nobody comes back (median)',
        bars,
      ),
    },
  }
}
