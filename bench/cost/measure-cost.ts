import type { Browser } from '@playwright/test'
import { TRACKERS, type TrackerName } from '../trackers/names.ts'
import { type CostSite, openCostSite } from './cost-page.ts'
import { LOOPS, measureLongestTask, measureLoop, measureSingles } from './loops.ts'
import { type HeapCost, measureBytes, measureEvaluation, measureHeap, measureIdle } from './page-costs.ts'

export interface TrackerCost {
  /** Microseconds a call, one figure for each round: single calls, and loops by their length. */
  readonly singleUs: readonly number[]
  readonly loopUs: Readonly<Record<string, readonly number[]>>
  /** Number of calls of the longest loop, where it was cut off. */
  readonly loopCalls: number
  /** A loop's cost over the control's in the same round, by length. */
  readonly ratios: Readonly<Record<string, readonly number[]>>
  readonly longestTaskMs: readonly number[]
  readonly evaluationMs: readonly number[]
  readonly bytesPerEvent: number
  readonly requestsPerEvent: number
  readonly heap: HeapCost
  readonly wakeUps: number
}

export interface CostOptions {
  readonly rounds: number
  readonly idleMs: number
  readonly maxHeapMs: number
  readonly tell: (line: string) => void
}

interface Samples {
  readonly singleUs: number[]
  readonly loopUs: Record<string, number[]>
  readonly longestTaskMs: number[]
  readonly evaluationMs: number[]
  loopCalls: number
}

/** A tracker may crash its page: that is a result, too, and the run goes on. */
const orNaN = async <Result>(
  work: Promise<Result>,
  failed: Result,
  tell: (line: string) => void,
): Promise<Result> => {
  try {
    return await work
  } catch (error) {
    tell(`  not measured: ${error}`)
    return failed
  }
}

const sampleOnce = async (site: CostSite, samples: Samples, tell: (line: string) => void): Promise<void> => {
  samples.evaluationMs.push(await orNaN(measureEvaluation(site), Number.NaN, tell))
  samples.singleUs.push(await orNaN(measureSingles(site), Number.NaN, tell))
  for (const count of LOOPS) {
    const { calls, us } = await orNaN(measureLoop(site, count), { calls: 0, us: Number.NaN }, tell)
    const times = samples.loopUs[count] ?? []
    times.push(us)
    samples.loopUs[count] = times
    samples.loopCalls = calls
  }
  samples.longestTaskMs.push(await orNaN(measureLongestTask(site), Number.NaN, tell))
}

const ratiosOver = (own: Samples, control: Samples) =>
  Object.fromEntries(
    LOOPS.map((count) => [
      count,
      (own.loopUs[count] ?? []).map((us, round) => us / (control.loopUs[count]?.[round] ?? Number.NaN)),
    ]),
  )

/** Measures every tracker in every round, one after the other, so that a busy minute affects all of them. */
export const measureCost = async (
  browser: Browser,
  { rounds, idleMs, maxHeapMs, tell }: CostOptions,
): Promise<Readonly<Record<TrackerName, TrackerCost>>> => {
  const entries = await Promise.all(
    TRACKERS.map(async (name) => {
      const samples: Samples = {
        singleUs: [],
        loopUs: {},
        longestTaskMs: [],
        evaluationMs: [],
        loopCalls: 0,
      }
      return { name, site: await openCostSite(browser, name), samples }
    }),
  )
  for (let round = 0; round < rounds; round++) {
    tell(`round ${round + 1} of ${rounds}`)
    // The order is reversed every second time, so that the tracker after a heavy one is no worse off than the one
    // before it.
    for (const { name, site, samples } of round % 2 ? entries.toReversed() : entries) {
      tell(`  ${name}`)
      await sampleOnce(site, samples, tell)
    }
  }

  // All idle minutes are measured at once, because nothing but counting happens in them.
  tell('idle minutes')
  const noIdle = { wakeUps: Number.NaN, taskMs: Number.NaN }
  const idle = await Promise.all(entries.map(({ site }) => orNaN(measureIdle(site, idleMs), noIdle, tell)))
  const costs: Partial<Record<TrackerName, TrackerCost>> = {}
  const control = entries.find(({ name }) => name === 'control')
  for (const [index, { name, site, samples }] of entries.entries()) {
    tell(`bytes and heap of ${name}`)
    const nothing = { bytes: Number.NaN, requests: Number.NaN }
    const { bytes, requests } = await orNaN(measureBytes(site), nothing, tell)
    costs[name] = {
      ...samples,
      ratios: ratiosOver(samples, control?.samples ?? samples),
      bytesPerEvent: bytes,
      requestsPerEvent: requests,
      heap: await orNaN(measureHeap(site, maxHeapMs), { events: 0, bytes: Number.NaN }, tell),
      wakeUps: idle[index]?.wakeUps ?? Number.NaN,
    }
    await site.close()
  }
  return costs as Record<TrackerName, TrackerCost>
}
