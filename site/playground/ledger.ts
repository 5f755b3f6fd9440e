import type { VendorState } from './vendor-messages.ts'

/** Of all pages of the playground in this browser. */
const TRACKED = 'playground-tracked'

/** Counts what was tracked here against what the vendor has, so that a loss would be seen. */
export const startLedger = (found: (selector: string) => Element) => {
  let arrived = 0
  let refused = 0
  let waiting = 0
  const tracked = (): number => Number(localStorage.getItem(TRACKED))

  const show = (): void => {
    const isQuiet = waiting === 0
    const figures = {
      tracked: tracked(),
      arrived,
      refused,
      waiting,
      // While something is on its way, it may be counted on both sides, or on none.
      lost: isQuiet ? Math.max(0, tracked() - arrived - refused) : 0,
    }
    for (const [id, figure] of Object.entries(figures)) found(`#${id}`).textContent = `${figure}`
  }
  show()

  return {
    /** Counts one more, and says which it is. */
    next(): number {
      localStorage.setItem(TRACKED, `${tracked() + 1}`)
      show()
      return tracked()
    },
    showVendor({ recorded }: VendorState): void {
      arrived = recorded.length
      show()
    },
    /** What the queue in this browser has: on the way, and refused for good. */
    showQueue(onTheWay: number, dead: number): void {
      waiting = onTheWay
      refused = dead
      show()
    },
    forget(): void {
      localStorage.removeItem(TRACKED)
      show()
    },
  }
}
