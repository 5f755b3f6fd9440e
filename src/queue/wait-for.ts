import { type Begun, LEASE_MS } from './attempt.ts'
import { type LaneState, waitMs } from './shared-state.ts'

/** How soon to look again while another tab sends. */
const BUSY_MS = 1_000

/** What is worth a try before its back-off is over, when something has changed: the vendor has not asked to wait. */
const isHasty = (reason: string): boolean => !!reason && reason !== 'busy' && reason !== 'limited'

/**
 * Whether another sender may be alive. Older than our own lock, a lease that was taken under the lock is a dead tab's.
 * A later time than it could be was set by another clock.
 */
const isTaken = ({ lease, locked }: LaneState, grantedAt: number, time: number): boolean => {
  const since = lease - LEASE_MS
  return lease > time && since <= time && since > (locked ? grantedAt : 0)
}

/** How long another sender, the vendor's limit or a back-off is to be waited for. */
export const waitFor = (
  state: LaneState,
  burstMs: number,
  grantedAt: number,
  time: number,
  dueUntil: number,
): Begun | undefined => {
  if (isTaken(state, grantedAt, time)) return { ms: BUSY_MS }
  const ms = dueUntil > time && isHasty(state.reason) ? 0 : waitMs(state, burstMs, time)
  return ms > 0 ? { ms, failing: state.reason } : undefined
}
