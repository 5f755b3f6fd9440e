import { setTimeout as sleep } from 'node:timers/promises'
import { type Stage, startStage } from '../delivery/stage.ts'
import { failedVerdict, missing, type Verdict, verdictOf } from '../delivery/verdict.ts'
import type { TrackerName } from '../trackers/names.ts'
import { ENDINGS } from './endings.ts'

export interface GoneRun extends Verdict {
  readonly tracker: TrackerName
  /** With sendoff's service worker. */
  readonly worker: boolean
  readonly ending: string
}

export interface GoneOptions {
  readonly trackers: readonly TrackerName[]
  readonly endings: readonly string[]
  readonly runs: number
  readonly parallel: number
  readonly tell: (line: string) => void
}

interface Row {
  readonly tracker: TrackerName
  readonly worker?: 'worker'
}

const POLL_MS = 200
/** In which copies of what has arrived may follow. */
const DOUBLES_MS = 12_000

const untilAllOr = async (stage: Stage, patienceMs: number): Promise<void> => {
  const endMs = performance.now() + patienceMs
  while (missing(stage) > 0 && performance.now() < endMs) await sleep(POLL_MS)
}

/** One visit, and what has arrived of it when nobody comes back. */
const runVisit = async (
  tracker: TrackerName,
  worker: 'worker' | undefined,
  name: string,
): Promise<Verdict> => {
  const { end, events, patienceMs, isLong } = ENDINGS[name] as (typeof ENDINGS)[string]
  const stage = await startStage(tracker, worker)
  try {
    const page = await stage.visit()
    if (isLong) await stage.collector.setMode('down')
    await stage.track(page, events)
    await end(stage, page)
    await untilAllOr(stage, patienceMs)
    await sleep(DOUBLES_MS)
    return verdictOf(stage)
  } catch (error) {
    return failedVerdict(error)
  } finally {
    await stage.end()
  }
}

/** Every tracker and every end of a visit, each with a browser of its own that stays open. */
export const measureGone = async ({
  trackers,
  endings,
  runs,
  parallel,
  tell,
}: GoneOptions): Promise<readonly GoneRun[]> => {
  const rows: readonly Row[] = [
    ...trackers
      .filter((tracker) => tracker === 'sendoff')
      .map((tracker) => ({ tracker, worker: 'worker' as const })),
    ...trackers.map((tracker) => ({ tracker })),
  ]
  const jobs = endings.flatMap((ending) =>
    rows
      .filter(({ worker }) => worker || !ENDINGS[ending]?.isLong)
      .flatMap((row) => Array.from({ length: runs }, () => ({ ...row, ending }))),
  )
  const waiting = jobs.values()
  const results: GoneRun[] = []
  const work = async (): Promise<void> => {
    for (const { tracker, worker, ending } of waiting) {
      const verdict = await runVisit(tracker, worker, ending)
      results.push({ tracker, worker: !!worker, ending, ...verdict })
      const { delivered, tracked, doubled, lastMs } = verdict
      tell(
        `${ending} ${tracker} ${worker ?? ''}: ${delivered} of ${tracked}, ${doubled} doubled, ${Math.round(lastMs)} ms`,
      )
    }
  }
  await Promise.all(Array.from({ length: parallel }, work))
  return results
}
