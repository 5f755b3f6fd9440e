import type { EngineName } from '../../testing/browsers/engine.ts'
import type { TrackerName } from '../trackers/names.ts'
import { type EndingName, endingOf } from './endings.ts'

/** One line of the table. */
export interface Row {
  readonly tracker: TrackerName
  /** Whether sendoff's service worker runs. */
  readonly worker: boolean
  readonly engine: EngineName
}

export interface Cell extends Row {
  readonly ending: EndingName
}

const CHROMIUM: readonly EngineName[] = ['chromium']

/**
 * Returns all that is measured, each as often as it is repeated: sendoff first, and its own ends of a visit more often.
 */
export const cellsOf = (
  trackers: readonly TrackerName[],
  endings: readonly EndingName[],
  runs: { readonly sendoff: number; readonly peers: number },
): readonly Cell[] => {
  const all = endings.flatMap((ending) => {
    const { of, engines = [] } = endingOf(ending)
    return trackers.flatMap((tracker): readonly Cell[] => {
      if (tracker !== 'sendoff')
        return of === 'all' ? [{ tracker, worker: false, engine: 'chromium', ending }] : []
      return [...CHROMIUM, ...engines].flatMap((engine) => [
        { tracker, worker: true, engine, ending },
        ...(of === 'worker' ? [] : [{ tracker, worker: false, engine, ending }]),
      ])
    })
  })
  const isOurs = ({ tracker }: Cell): boolean => tracker === 'sendoff'
  return [...all.filter(isOurs), ...all.filter((cell) => !isOurs(cell))].flatMap((cell) =>
    Array<Cell>(isOurs(cell) ? runs.sendoff : runs.peers).fill(cell),
  )
}
