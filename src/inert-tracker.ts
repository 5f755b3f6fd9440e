import type { Closable } from './closable.ts'
import type { Receipt, Status, Tracker } from './tracker.ts'

/**
 * Makes the tracker for server-side rendering and for a page whose tracker is off: it stores nothing, sends nothing,
 * and answers every call at once.
 * @param why is the reason that each receipt tells.
 */
export const inertTracker = (why = 'There is no page.'): Tracker & Closable => {
  const receipt: Receipt = {
    id: '',
    stored: Promise.resolve(),
    settled: Promise.resolve({ type: 'dropped', reason: 'invalid', detail: why }),
  }
  const status = async (): Promise<Status> => ({ invalid: 0, queues: [] })
  return Object.assign(() => receipt, {
    identify: () => receipt,
    reset: () => undefined,
    flush: status,
    status,
    on: () => () => undefined,
    close: () => undefined,
  })
}
