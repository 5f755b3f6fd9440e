import { setTimeout as sleep } from 'node:timers/promises'
import { FAULTS, type FaultName, nudge } from './faults.ts'
import type { Stage } from './stage.ts'
import { failedVerdict, missing, type Verdict, verdictOf } from './verdict.ts'

export interface FaultJob<Of extends object> {
  /** The facts in the result beside the verdict. */
  readonly of: Of
  readonly title: string
  readonly fault: FaultName
  readonly start: () => Promise<Stage>
}

export interface PlayOptions<Of extends object> {
  readonly jobs: readonly FaultJob<Of>[]
  /** Number of stages at a time: most of a run is waiting. */
  readonly parallel: number
  readonly tell: (line: string) => void
  /** Called with all results so far. */
  readonly keep?: (found: readonly (Of & Verdict)[]) => void
}

const POLL_MS = 200
const MAX_WAIT_MS = 300_000
/** The time in which copies of arrived events may follow. */
const DOUBLES_MS = 4_000
/** The time after an outage before another event is tracked. */
const NUDGE_AFTER_MS = 5_000

/** Waits until all events have arrived, or none has for this time. */
const untilQuiet = async (stage: Stage, patienceMs: number): Promise<void> => {
  const endMs = performance.now() + MAX_WAIT_MS
  let last = { missing: missing(stage), atMs: performance.now() }
  while (last.missing > 0 && performance.now() < Math.min(endMs, last.atMs + patienceMs)) {
    await sleep(POLL_MS)
    if (missing(stage) < last.missing) last = { missing: missing(stage), atMs: performance.now() }
  }
}

/** Plays one fault, from the first visit to the last arrival. */
const playFault = async (
  { fault: name, title, start }: FaultJob<object>,
  tell: (line: string) => void,
): Promise<Verdict> => {
  const stage = await start()
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
    tell(`${name} ${title}: ${error}`)
    return failedVerdict(error)
  } finally {
    await stage.end()
  }
}

/** Plays each fault on a stage of its own: a browser, a profile and a collector. */
export const playFaults = async <Of extends object>({
  jobs,
  parallel,
  tell,
  keep,
}: PlayOptions<Of>): Promise<readonly (Of & Verdict)[]> => {
  const waiting = jobs.values()
  const results: (Of & Verdict)[] = []
  const work = async (): Promise<void> => {
    for (const job of waiting) {
      const verdict = await playFault(job, tell)
      results.push({ ...job.of, ...verdict })
      keep?.(results)
      const { tracked, lost, doubled, lastMs, recordedTwice = 0, violations = [] } = verdict
      const twice = recordedTwice ? `, ${recordedTwice} recorded twice` : ''
      const refused = violations[0] ? `, refused: ${violations[0].slice(0, 200)}` : ''
      tell(
        `${job.fault} ${job.title}: ${tracked} tracked, ${lost} lost, ${doubled} doubled${twice}, ${Math.round(lastMs)} ms${refused}`,
      )
    }
  }
  await Promise.all(Array.from({ length: parallel }, work))
  return results
}
