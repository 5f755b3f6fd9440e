import { setTimeout as sleep } from 'node:timers/promises'
import { type Stage, startStage } from '../delivery/stage.ts'
import { failedVerdict, missing, type Verdict, verdictOf } from '../delivery/verdict.ts'
import type { TrackerName } from '../trackers/names.ts'
import { type Cell, cellsOf } from './cells.ts'
import { type EndingName, endingOf } from './endings.ts'
import { type DrainRun, measureDrains } from './measure-drains.ts'

export interface GoneRun extends Verdict, Cell {}

export interface GoneResults {
  readonly runs: readonly GoneRun[]
  readonly drains: readonly DrainRun[]
}

export interface GoneOptions {
  readonly trackers: readonly TrackerName[]
  readonly endings: readonly EndingName[]
  readonly runs: { readonly sendoff: number; readonly peers: number }
  /** Number of browsers at a time: most of a visit is waiting. Browsers that wait for Background Sync do not count. */
  readonly parallel: number
  readonly tell: (line: string) => void
  /** Called with all results so far. */
  readonly keep: (found: GoneResults) => void
}

const POLL_MS = 200
/** The time in which copies of arrived events may follow. */
const DOUBLES_MS = 12_000
/** So many wait for Background Sync at a time. */
const LONG_AT_A_TIME = 6

const untilAllOr = async (stage: Stage, patienceMs: number): Promise<void> => {
  const endMs = performance.now() + patienceMs
  while (missing(stage) > 0 && performance.now() < endMs) await sleep(POLL_MS)
}

/** Runs one visit; resolves with what has arrived of it when the visitor does not come back. */
const runVisit = async ({ tracker, worker, engine, ending }: Cell): Promise<Verdict> => {
  const { before, end, events, patienceMs, startedMs } = endingOf(ending)
  const stage = await startStage(tracker, worker ? 'worker' : undefined, engine)
  try {
    const page = await stage.visit(startedMs === undefined ? {} : { startedMs })
    await before?.(stage, page)
    await stage.track(page, events)
    await end(stage, page)
    await untilAllOr(stage, patienceMs)
    await sleep(DOUBLES_MS)
    return verdictOf(stage)
  } finally {
    await stage.end()
  }
}

/** Measures every tracker and every end of a visit, each with a browser of its own that stays open. */
export const measureGone = async ({
  trackers,
  endings,
  runs,
  parallel,
  tell,
  keep,
}: GoneOptions): Promise<GoneResults> => {
  const results: GoneRun[] = []
  const work = async (cells: Iterable<Cell>): Promise<void> => {
    for (const cell of cells) {
      const verdict = await runVisit(cell).catch((error) => {
        tell(`${error}`)
        return failedVerdict(error)
      })
      results.push({ ...cell, ...verdict })
      keep({ runs: results, drains: [] })
      const { ending, engine, tracker, worker } = cell
      const { delivered, tracked, doubled, lastMs } = verdict
      tell(
        `${ending} ${engine} ${tracker}${worker ? ' with its worker' : ''}: ${delivered} of ${tracked}, ${doubled} doubled, ${Math.round(lastMs)} ms`,
      )
    }
  }
  const cells = cellsOf(trackers, endings, runs)
  const isLong = ({ ending }: Cell): boolean => endingOf(ending).of === 'worker'
  const long = cells.filter(isLong).values()
  const short = cells.filter((cell) => !isLong(cell)).values()
  await Promise.all([
    ...Array.from({ length: LONG_AT_A_TIME }, () => work(long)),
    ...Array.from({ length: parallel }, () => work(short)),
  ])
  return {
    runs: results,
    drains: trackers.includes('sendoff') ? await measureDrains(runs.sendoff, tell) : [],
  }
}
