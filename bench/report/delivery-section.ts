import { FAULT_NAMES, FAULTS, type FaultName } from '../delivery/faults.ts'
import type { DeliveryRun } from '../delivery/measure-delivery.ts'
import { TITLES, TRACKERS, type TrackerName } from '../trackers/names.ts'
import { barChart } from './bar-chart.ts'
import { copiesCell, lostCell, sumOf, timesCell } from './delivery-cells.ts'
import type { Section } from './section.ts'
import { figure, table } from './table.ts'

export const deliverySection = (all: readonly DeliveryRun[]): Section => {
  const runsOf = (tracker: TrackerName, fault: FaultName): readonly DeliveryRun[] =>
    all.filter((run) => run.tracker === tracker && run.fault === fault)
  const grid = (cell: (runs: readonly DeliveryRun[]) => string): string =>
    table(
      ['', ...TRACKERS.map((name) => TITLES[name])],
      FAULT_NAMES.map((fault) => [
        FAULTS[fault].title,
        ...TRACKERS.map((tracker) => cell(runsOf(tracker, fault))),
      ]),
    )
  const shareLost = (tracker: TrackerName): number => {
    const shares = FAULT_NAMES.flatMap((fault) => {
      const runs = runsOf(tracker, fault)
      return runs.length && sumOf(runs, 'tracked') ? [sumOf(runs, 'lost') / sumOf(runs, 'tracked')] : []
    })
    return shares.reduce((sum, share) => sum + share, 0) / shares.length
  }
  const bars = TRACKERS.map((name) => ({
    name: TITLES[name],
    value: shareLost(name) * 100,
    label: `${figure(shareLost(name) * 100, 1)} %`,
    isOurs: name === 'sendoff',
  }))
  const runs = Math.max(...FAULT_NAMES.map((fault) => runsOf('sendoff', fault).length))
  const twice = all.reduce((sum, { recordedTwice = 0 }) => sum + recordedTwice, 0)
  const stray = [
    ...new Set(all.flatMap(({ tracker, stray }) => stray.map((at) => `${TITLES[tracker]}: ${at}`))),
  ]
  return {
    title: 'Delivery',
    text: `Real browsers with a profile for each scenario, ${runs} of each; ten events in one task where nothing else is said. "Closed" and
"navigation" follow the call at once. "Renderer crash" and "killed browser" (SIGKILL for every process, then a start on the same profile) come 300 ms
after the call, and the collector is down until then. An outage lasts eight seconds, and a page that stays then tracks one more event; "two tabs" are closed during one. After every
other fault the visitor comes back, tracks one more event and stays until nothing has arrived for 25 seconds (45 after outages and loops). Loops of 20,000 are cut off after 30
seconds; only what was tracked counts. A faster answer to the question "what if nobody comes back" is not given here: all had their second visit.

![Lost](charts/delivery.svg)

Lost, of those tracked:

${grid(lostCell)}

Copies beyond the first that arrived. Every tracker gives its events an id by which its vendor may know repeats. sendoff's
collector is the strict emulator of Klaviyo's API, which does: it recorded ${twice} of sendoff's events twice.

${grid(copiesCell)}

Seconds from \`track()\` to the arrival, of what arrived: median, and last in brackets.

${grid(timesCell)}

${stray.length ? `Asked for elsewhere, and refused by the browser: ${stray.join(', ')}.` : 'No tracker asked for anything but the local collector.'}`,
    charts: { delivery: barChart('Lost, mean share over all faults', bars) },
  }
}
