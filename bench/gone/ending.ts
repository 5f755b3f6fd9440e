import type { EngineName, Tab } from '../../testing/browsers/engine.ts'
import type { Stage } from '../delivery/stage.ts'

/** How a visit ends that has no next one. */
export interface Ending {
  readonly title: string
  readonly events: number
  /** Runs before anything is tracked. */
  readonly before?: (stage: Stage, page: Tab) => Promise<unknown>
  readonly end: (stage: Stage, page: Tab) => Promise<unknown>
  /** How long the benchmark waits for events that have not arrived. */
  readonly patienceMs: number
  /** Milliseconds between the tracker's word that it is ready and the first event. */
  readonly startedMs?: number
  /**
   * The trackers that are measured: all; sendoff with its worker and without; or, where no page runs any more, sendoff
   * with its worker.
   */
  readonly of: 'all' | 'sendoff' | 'worker'
  /** The engines besides Chromium in which sendoff is measured. */
  readonly engines?: readonly EngineName[]
}
