/** A tab, as far as it decides whether results still reach its code. */
export interface Life {
  readonly name: string
  alive: boolean
  frozen: boolean
  /** What arrived while it was frozen. */
  readonly held: Delivery[]
}

interface Delivery {
  readonly at: number
  /** Nothing for what happens outside of any tab: in the browser's own process, at the vendor. */
  readonly owner: Life | undefined
  readonly run: () => void
}

/**
 * Delivers every asynchronous result, one at a time, in the order of its simulated moment. What belongs to a dead
 * tab is never delivered; what belongs to a frozen one waits.
 */
export const createScheduler = () => {
  /** The next one is the last. */
  const queue: Delivery[] = []
  let time = 0

  const put = (delivery: Delivery): void => {
    let index = queue.length
    while (index > 0 && (queue[index - 1]?.at ?? Infinity) <= delivery.at) index--
    queue.splice(index, 0, delivery)
  }

  return {
    /** Milliseconds since the beginning; never set back, unlike the clock that tabs see. */
    time: (): number => time,

    in(ms: number, run: () => void, owner?: Life): void {
      // Whole milliseconds: the clock of tabs shows no others.
      put({ at: time + Math.ceil(ms), owner, run })
    },

    /** Delivers one result; false when none is due until `limit`. */
    step(limit: number): boolean {
      for (;;) {
        const next = queue.at(-1)
        if (!next || next.at > limit) {
          if (limit < Infinity) time = Math.max(time, limit)
          return false
        }
        queue.pop()
        if (next.owner?.frozen) next.owner.held.push(next)
        else if (next.owner?.alive !== false) {
          time = Math.max(time, next.at)
          next.run()
          return true
        }
      }
    },

    thaw(life: Life): void {
      life.frozen = false
      for (const delivery of life.held.splice(0)) put({ ...delivery, at: time })
    },
  }
}

export type Scheduler = ReturnType<typeof createScheduler>
