import type { EngineName, Tab } from '../../testing/browsers/engine.ts'
import type { Stage } from '../delivery/stage.ts'

/** How a visit ends, of which there is no next. */
export interface Ending {
  readonly title: string
  readonly events: number
  /** Before anything is tracked. */
  readonly before?: (stage: Stage, page: Tab) => Promise<unknown>
  readonly end: (stage: Stage, page: Tab) => Promise<unknown>
  /** How long what has not arrived is waited for. */
  readonly patienceMs: number
  /** Between the tracker's word that it is ready and the first event. */
  readonly startedMs?: number
  /** Whose it is measured of: all trackers; sendoff with its worker and without; where nothing of a page runs any more, with it. */
  readonly of: 'all' | 'sendoff' | 'worker'
  /** Beside Chromium, of sendoff. */
  readonly engines?: readonly EngineName[]
}
