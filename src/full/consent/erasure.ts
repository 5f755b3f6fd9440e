import { eraseDatabase } from '../../store/erase-database.ts'
import type { createVisitorCookie } from '../visitor/visitor-cookie.ts'
import { eraseAreas } from './erase-areas.ts'
import { forgetWorkers } from './forget-workers.ts'

interface ErasureOptions {
  /** Tells whether the page has begun anew meanwhile. */
  readonly isAnew: () => boolean
  /** Called with the number of events that were lost, if there were any. */
  readonly onErased: (events: number) => void
  /** Called when the last erasure that was asked for is over. */
  readonly onDone: () => void
}

/** Removes every trace of the visitor from this browser. */
export const createErasure = (
  cookie: ReturnType<typeof createVisitorCookie>,
  { isAnew, onErased, onDone }: ErasureOptions,
) => {
  let last: Promise<void> | undefined

  const eraseNow = (): void => {
    eraseAreas()
    cookie.remove()
  }

  return {
    isGoingOn: () => !!last,
    erase(): Promise<void> {
      eraseNow()
      const erasure = Promise.all([eraseDatabase(), forgetWorkers()]).then(([events]) => {
        // Other tabs may have written before they heard of the erasure, so everything is erased once more. A page that
        // was left may have begun anew meanwhile: then nothing more is erased.
        if (!isAnew()) eraseNow()
        if (events) onErased(events)
        if (last !== erasure) return
        last = undefined
        onDone()
      })
      last = erasure
      return erasure
    },
  }
}
