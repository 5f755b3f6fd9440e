import { TRACKERS, type TrackerName } from '../trackers/names.ts'
import { FAULT_NAMES, type FaultName } from './faults.ts'
import { playFaults } from './play-faults.ts'
import { startStage } from './stage.ts'
import type { Verdict } from './verdict.ts'

export interface DeliveryRun extends Verdict {
  readonly tracker: TrackerName
  readonly fault: FaultName
}

export interface DeliveryOptions {
  readonly trackers?: readonly TrackerName[]
  readonly faults?: readonly FaultName[]
  readonly runs: number
  /** Number of stages at a time: most of a run is waiting. */
  readonly parallel: number
  readonly tell: (line: string) => void
}

/** Plays every tracker and every fault, each with a browser, a profile and a collector of its own. */
export const measureDelivery = async ({
  trackers = TRACKERS,
  faults = FAULT_NAMES,
  runs,
  parallel,
  tell,
}: DeliveryOptions): Promise<readonly DeliveryRun[]> => {
  const jobs = faults.flatMap((fault) =>
    trackers.flatMap((tracker) =>
      Array.from({ length: runs }, () => ({
        of: { tracker, fault },
        title: tracker,
        fault,
        start: () => startStage(tracker),
      })),
    ),
  )
  return playFaults({ jobs, parallel, tell })
}
