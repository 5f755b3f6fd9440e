import { FAULT_NAMES, FAULTS } from '../delivery/faults.ts'
import { type Point, slopeOf } from '../growth/slope.ts'
import type { Findings, Results } from '../results.ts'
import { PEERS_THAT_QUEUE, TITLES, TRACKERS } from '../trackers/names.ts'
import { crowdGoals } from './crowd-goals.ts'
import { drainGoals } from './drain-section.ts'
import { feelGoals } from './feel-goals.ts'
import type { Goal } from './goal.ts'
import { goneGoals } from './gone-goals.ts'
import { loopsGoals } from './loops-section.ts'
import { median } from './quantile.ts'
import { tasksGoals } from './tasks-section.ts'

const MIN_SMALLER = 3
const MAX_RATIO = 2
const MIN_CHEAPER = 5
const MAX_SLOPE = 1.1
/**
 * The shortest queue that counts for the slope: the fixed cost of every queue would make the slope look smaller than it
 * is.
 */
const FITTED_FROM = 1_000
const MAX_START_UP = 1.5
const MIN_BARE_SHARE = 0.8

const sizeGoals = ({ bundled, script }: Findings['size']): readonly Goal[] => {
  const [smallest] = [...PEERS_THAT_QUEUE].sort((one, other) => bundled[one].brotli - bundled[other].brotli)
  if (!smallest) return []
  const times = bundled[smallest].brotli / bundled.sendoff.brotli
  return [
    {
      goal: `1a. at least ${MIN_SMALLER} times smaller than the smallest peer that queues`,
      measured: `${bundled.sendoff.brotli} bytes (as a script tag ${script.brotli}), ${TITLES[smallest]} ${bundled[smallest].brotli}: ${times.toFixed(2)} times`,
      passed: times >= MIN_SMALLER,
    },
  ]
}

const deliveryGoals = (runs: Findings['delivery']): readonly Goal[] => {
  const lostBy = (isOurs: boolean, fault: string): number =>
    runs
      .filter((run) => run.fault === fault && (run.tracker === 'sendoff') === isOurs)
      .reduce((sum, { lost }) => sum + lost, 0)
  const peersLose = FAULT_NAMES.filter((fault) => lostBy(false, fault) > 0)
  const weLose = FAULT_NAMES.filter((fault) => lostBy(true, fault) > 0)
  return [
    {
      goal: '1b. 0 lost in every fault where any peer loses',
      measured: weLose.length
        ? weLose.map((fault) => `${FAULTS[fault].title}: ${lostBy(true, fault)} lost`).join(', ')
        : `0 lost; others lose in ${peersLose.length} of ${FAULT_NAMES.length} faults`,
      passed: weLose.length === 0,
    },
  ]
}

const vendorGoals = (runs: Findings['vendors']): readonly Goal[] => {
  const ours = runs.filter(({ sender }) => sender === 'sendoff')
  const lost = ours.filter((run) => run.lost || run.failed || run.recordedTwice)
  const losing = runs.filter((run) => run.sender === 'library' && (run.lost || run.failed))
  return [
    {
      goal: '1c. 0 lost, none recorded twice, at the emulators of vendors whose own libraries send there, too',
      measured: lost.length
        ? lost
            .map(
              ({ vendor, fault, ...run }) =>
                `${TITLES[vendor]}, ${FAULTS[fault].title}: ${run.failed ?? `${run.lost} lost, ${run.recordedTwice} twice`}`,
            )
            .join('; ')
        : `in all ${ours.length} runs; the libraries lose in ${losing.length} of ${runs.length - ours.length}`,
      passed: ours.length > 0 && lost.length === 0,
    },
  ]
}

const costGoals = (costs: Findings['cost']): readonly Goal[] => {
  const flood = (name: (typeof TRACKERS)[number]): number => median(costs[name].loopUs[20_000] ?? [])
  const ratio = median(costs.sendoff.ratios[20_000] ?? [])
  const [cheapest] = TRACKERS.filter((name) => name !== 'sendoff' && name !== 'control')
    .filter((name) => flood(name) > 0)
    .sort((one, other) => flood(one) - flood(other))
  if (!cheapest) return []
  const times = flood(cheapest) / flood('sendoff')
  return [
    {
      goal: `2a. a call in a loop of 20,000 costs at most ${MAX_RATIO} times the control's`,
      measured: `${flood('sendoff').toFixed(2)} µs, the control ${flood('control').toFixed(2)} µs: ${ratio.toFixed(2)} times`,
      passed: ratio <= MAX_RATIO,
    },
    {
      goal: `2b. and at least ${MIN_CHEAPER} times less than the cheapest peer's`,
      measured: `${TITLES[cheapest]} ${flood(cheapest).toFixed(2)} µs: ${times.toFixed(2)} times`,
      passed: times >= MIN_CHEAPER,
    },
  ]
}

const growthGoals = ({ sendoff }: Findings['growth']): readonly Goal[] => {
  const points = (ms: (of: (typeof sendoff)[number]) => number): readonly Point[] =>
    sendoff.filter(({ events }) => events >= FITTED_FROM).map((of) => ({ events: of.events, ms: ms(of) }))
  const slopes = [slopeOf(points((of) => of.enqueueMs)), slopeOf(points((of) => of.drainMs))] as const
  const longest = sendoff.at(-1)
  if (!longest) return []
  const startUp = longest.startUp.storedMs / longest.emptyStartUp.storedMs
  const share = ((longest.bareMs / 1_000) * longest.events) / longest.drainMs
  const upTo = `up to ${longest.events.toLocaleString('en')}`
  return [
    {
      goal: `3a. enqueue and drain grow with a slope of at most ${MAX_SLOPE}`,
      measured: `enqueue ${slopes[0].toFixed(2)}, drain ${slopes[1].toFixed(2)}, from 1,000 ${upTo} events`,
      passed: slopes.every((slope) => slope <= MAX_SLOPE),
    },
    {
      goal: `3b. start-up with the longest backlog takes at most ${MAX_START_UP} times as long as with none`,
      measured: `${longest.startUp.storedMs.toFixed(1)} ms with ${longest.events.toLocaleString('en')} events, ${longest.emptyStartUp.storedMs.toFixed(1)} ms with none: ${startUp.toFixed(2)} times`,
      passed: startUp <= MAX_START_UP,
    },
    {
      goal: `4. draining reaches at least ${MIN_BARE_SHARE * 100} % of a bare loop of fetch with ready bodies`,
      measured: `${((longest.drainMs / longest.events) * 1_000).toFixed(1)} ms for a thousand events, the bare loop ${longest.bareMs.toFixed(1)} ms: ${(share * 100).toFixed(0)} %`,
      passed: share >= MIN_BARE_SHARE,
    },
  ]
}

/** What is aimed at, as far as it has been measured. */
export const goalsOf = (results: Results): readonly Goal[] => [
  ...(results.size ? sizeGoals(results.size.found) : []),
  ...(results.delivery ? deliveryGoals(results.delivery.found) : []),
  ...(results.vendors ? vendorGoals(results.vendors.found) : []),
  ...(results.cost ? costGoals(results.cost.found) : []),
  ...(results.growth ? growthGoals(results.growth.found) : []),
  ...(results.crowd ? crowdGoals(results.crowd.found) : []),
  ...(results.gone ? goneGoals(results.gone.found) : []),
  ...(results.loops ? loopsGoals(results.loops.found) : []),
  ...(results.drain ? drainGoals(results.drain.found) : []),
  ...(results.tasks ? tasksGoals(results.tasks.found) : []),
  ...(results.feel ? feelGoals(results.feel.found) : []),
]
