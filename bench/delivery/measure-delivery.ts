import { setTimeout as sleep } from 'node:timers/promises'
import { TRACKERS, type TrackerName } from '../trackers/names.ts'
import { FAULT_NAMES, FAULTS, type FaultName, nudge } from './faults.ts'
import { type Stage, startStage } from './stage.ts'
import { failedVerdict, missing, type Verdict, verdictOf } from './verdict.ts'

export interface DeliveryRun extends Verdict {
  readonly tracker: TrackerName
  readonly fault: FaultName
}

export interface DeliveryOptions {
  readonly trackers?: readonly TrackerName[]
  readonly faults?: readonly FaultName[]
  readonly runs: number
  /** Stages at a time: most of a run is waiting. */
  readonly parallel: number
  readonly tell: (line: string) => void
}

const POLL_MS = 200
const MAX_WAIT_MS = 300_000
/** In which copies of what has arrived may follow. */
const DOUBLES_MS = 4_000
/** After an outage, before another event is tracked. */
const NUDGE_AFTER_MS = 5_000

/** Until all have arrived, or none has for so long. */
const untilQuiet = async (stage: Stage, patienceMs: number): Promise<void> => {
  const endMs = performance.now() + MAX_WAIT_MS
  let last = { missing: missing(stage), atMs: performance.now() }
  while (last.missing > 0 && performance.now() < Math.min(endMs, last.atMs + patienceMs)) {
    await sleep(POLL_MS)
    if (missing(stage) < last.missing) last = { missing: missing(stage), atMs: performance.now() }
  }
}

/** One fault, from the first visit to what arrived. */
const runFault = async (
  tracker: TrackerName,
  name: FaultName,
  tell: (line: string) => void,
): Promise<Verdict> => {
  const stage = await startStage(tracker)
  try {
    const fault = FAULTS[name]
    const open = await fault.play(stage)
    const page = open ?? (await stage.visit())
    if (open) await sleep(NUDGE_AFTER_MS)
    await nudge(page)
    await untilQuiet(stage, fault.patienceMs)
    await sleep(DOUBLES_MS)
    return verdictOf(stage)
  } catch (error) {
    tell(`${name} ${tracker}: ${error}`)
    return failedVerdict(error)
  } finally {
    await stage.end()
  }
}

/** Every tracker and every fault, each with a browser, a profile and a collector of its own. */
export const measureDelivery = async ({
  trackers = TRACKERS,
  faults = FAULT_NAMES,
  runs,
  parallel,
  tell,
}: DeliveryOptions): Promise<readonly DeliveryRun[]> => {
  const jobs = faults.flatMap((fault) =>
    trackers.flatMap((tracker) => Array.from({ length: runs }, () => ({ fault, tracker }))),
  )
  const waiting = jobs.values()
  const results: DeliveryRun[] = []
  const work = async (): Promise<void> => {
    for (const { fault, tracker } of waiting) {
      const verdict = await runFault(tracker, fault, tell)
      results.push({ tracker, fault, ...verdict })
      const { tracked, lost, doubled, lastMs } = verdict
      tell(
        `${fault} ${tracker}: ${tracked} tracked, ${lost} lost, ${doubled} doubled, ${Math.round(lastMs)} ms`,
      )
    }
  }
  await Promise.all(Array.from({ length: parallel }, work))
  return results
}
