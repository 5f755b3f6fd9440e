import { eraseDatabase } from '../../store/erase-database.ts'
import type { createVisitorCookie } from '../visitor/visitor-cookie.ts'
import { eraseAreas } from './erase-areas.ts'
import { forgetWorkers } from './forget-workers.ts'

interface ErasureOptions {
  /** Whether the page has begun anew meanwhile. */
  readonly isAnew: () => boolean
  /** Told how many events were lost, if any were. */
  readonly onErased: (events: number) => void
  /** Told when the last erasure that was asked for is over. */
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
        // What other tabs have written before they heard of it. A page that is left may have begun anew.
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
