/** At most this number of requests in any span of this length. */
export interface Rate {
  readonly requests: number
  readonly windowMs: number
}

export type PaceTurn =
  | { readonly type: 'granted'; readonly waitMs: number }
  | { readonly type: 'full'; readonly afterMs: number }

/** Gives requests their turns, first come first served, so that the vendor's limit is kept. */
export interface Pace {
  /** Takes the next turn, unless it comes only after `maxWaitMs`. */
  take(nowMs: number, maxWaitMs: number): PaceTurn | Promise<PaceTurn>
  /** Notes that the vendor has refused for too many requests: other senders use the same limit. */
  quiet(untilMs: number, nowMs: number): void | Promise<void>
}

/**
 * Requests leave at any time and take different times to arrive, so a vendor's window may see those of a slightly
 * longer span.
 */
export const JITTER = 1.05

/** Makes a pace that this process keeps for itself. */
export const createPace = ({ requests, windowMs }: Rate) => {
  /** The times at which the last requests leave, in order: at most as many as may leave in one window. */
  const starts: number[] = []
  let quietUntilMs = 0

  return {
    take(nowMs: number, maxWaitMs: number): PaceTurn {
      const oldest = starts.length < requests ? undefined : starts[0]
      const startMs = Math.max(nowMs, quietUntilMs, oldest === undefined ? 0 : oldest + windowMs * JITTER)
      const waitMs = Math.ceil(startMs - nowMs)
      if (waitMs > maxWaitMs) return { type: 'full', afterMs: waitMs }
      if (oldest !== undefined) starts.shift()
      starts.push(startMs)
      return { type: 'granted', waitMs }
    },

    quiet(untilMs: number): void {
      quietUntilMs = Math.max(quietUntilMs, untilMs)
    },
  }
}
