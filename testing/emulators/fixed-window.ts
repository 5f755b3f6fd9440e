/** At most `requests` in each window; windows start at multiples of `windowMs`, not at the first request. */
export interface Rate {
  readonly requests: number
  readonly windowMs: number
}

export interface FixedWindow {
  /** Takes one request out of every window, or takes nothing and tells how long to wait. */
  take(nowMs: number): { readonly type: 'granted' } | { readonly type: 'limited'; readonly waitMs: number }
}

/**
 * Counts requests in several fixed windows at once (burst and steady). A refused request is not counted, so a client
 * that waits as it is told is served.
 */
export const createFixedWindow = (rates: readonly Rate[]): FixedWindow => {
  let windows = rates.map((rate) => ({ rate, startMs: Number.NEGATIVE_INFINITY, used: 0 }))

  return {
    take(nowMs) {
      windows = windows.map((window) => {
        const startMs = nowMs - (nowMs % window.rate.windowMs)
        return startMs === window.startMs ? window : { ...window, startMs, used: 0 }
      })
      const full = windows.filter(({ used, rate }) => used >= rate.requests)
      if (full.length > 0) {
        return {
          type: 'limited',
          waitMs: Math.max(...full.map(({ startMs, rate }) => startMs + rate.windowMs - nowMs)),
        }
      }
      windows = windows.map((window) => ({ ...window, used: window.used + 1 }))
      return { type: 'granted' }
    },
  }
}
