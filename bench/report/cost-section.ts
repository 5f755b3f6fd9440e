import type { TrackerCost } from '../cost/measure-cost.ts'
import { TITLES, TRACKERS, type TrackerName } from '../trackers/names.ts'
import { barChart } from './bar-chart.ts'
import { median, quantile } from './quantile.ts'
import type { Section } from './section.ts'
import { figure, table } from './table.ts'

const LONGEST = 20_000

const heapOf = ({ heap }: TrackerCost): string =>
  heap.events === 0
    ? 'page crashed'
    : heap.events < 100_000
      ? `${figure(heap.bytes / 1e6, 1)} (after ${figure(heap.events)})`
      : figure(heap.bytes / 1e6, 1)

const loopOf = ({ loopUs, loopCalls }: TrackerCost, count: number): string => {
  const us = median(loopUs[count] ?? [])
  if (!Number.isFinite(us)) return 'page crashed'
  return count === LONGEST && loopCalls < LONGEST
    ? `${figure(us, 1)} (first ${figure(loopCalls)})`
    : figure(us, 1)
}

export const costSection = (costs: Readonly<Record<TrackerName, TrackerCost>>): Section => {
  const rounds = costs.control.singleUs.length
  const calls = TRACKERS.map((name) => {
    const cost = costs[name]
    const ratios = cost.ratios[LONGEST] ?? []
    return [
      TITLES[name],
      figure(median(cost.singleUs), 0),
      loopOf(cost, 100),
      loopOf(cost, 1_000),
      loopOf(cost, LONGEST),
      `${figure(median(ratios), 2)} (${figure(quantile(ratios, 0.25), 2)} to ${figure(quantile(ratios, 0.75), 2)})`,
      figure(median(cost.longestTaskMs)),
    ]
  })
  const page = TRACKERS.map((name) => {
    const cost = costs[name]
    return [
      TITLES[name],
      figure(median(cost.evaluationMs), 1),
      figure(cost.bytesPerEvent),
      figure(cost.requestsPerEvent, 2),
      heapOf(cost),
      figure(cost.wakeUps),
    ]
  })
  const bars = TRACKERS.map((name) => ({
    name: TITLES[name],
    value: median(costs[name].loopUs[LONGEST] ?? []),
    label: loopOf(costs[name], LONGEST),
    isOurs: name === 'sendoff',
  }))
  return {
    title: 'Cost to the page',
    text: `Events of about 700 bytes. Medians of ${rounds} rounds; every tracker runs once in every round, each time on the page of a new
visitor, in the reverse order every second round. The control pushes on an array and stringifies it once at the end of
the loop, inside the time that is measured. The ratio is to the control in the same round; in brackets, the range in which the middle half
lies. A loop is cut off after 15 seconds. The longest task is looked for in the five seconds after a loop of 1,000.

![Cost of a call](charts/cost.svg)

${table(['µs a call', 'alone', 'loop of 100', 'loop of 1,000', 'loop of 20,000', 'ratio to control', 'longest task after, ms'], calls)}

Evaluation is compiling and running the script, the start of the tracker included. Bytes and requests are what the browser sends, heads and
preflights included, when 100 events are tracked over five seconds. The heap is what 100,000 events leave alive five
seconds after the last, or as many as the tracker takes within its time. Wake-ups are callbacks of timers and frames.

${table(['', 'evaluation, ms', 'bytes an event', 'requests an event', 'heap, MB', 'wake-ups in an idle minute'], page)}`,
    charts: { cost: barChart('µs for one call of track() in a loop of 20,000', bars, 'log') },
  }
}
