import type { Pace } from './destination.ts'

/**
 * The generic cell rate algorithm (ITU-T I.371): one number, the time at which the next request would be due
 * at the long-run rate, remembers the whole history. In any window of `w` milliseconds at most
 * `burst + w / intervalMs` requests leave.
 */
export const paceWait = (pace: Pace, due: number, now: number): number => {
  const wait = due - (pace.burst - 1) * pace.intervalMs - now
  // A due time further ahead than the algorithm can put it was written before the clock was set back.
  return wait > 0 && wait <= pace.intervalMs ? wait : 0
}

/** The due time after one more request at `now`. */
export const paceNext = (pace: Pace, due: number, now: number): number =>
  Math.min(Math.max(due, now), now + (pace.burst - 1) * pace.intervalMs) + pace.intervalMs
