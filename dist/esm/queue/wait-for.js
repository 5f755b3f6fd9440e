import { LEASE_MS } from "./attempt.js";
import { waitMs } from "./shared-state.js";
/** What is worth a try before its back-off is over, when something has changed: the vendor has not asked to wait. */
const isHasty = (reason) => !!reason && reason !== 'busy' && reason !== 'limited';
/**
 * Whether another sender may be alive. Older than our own lock, a lease that was taken under the lock is a dead tab's.
 * A later time than it could be was set by another clock.
 * @param grantedAt since when the caller has the lock; 0 where it has none.
 */
export const isTaken = ({ lease, locked }, grantedAt, time) => {
    const since = lease - LEASE_MS;
    return lease > time && since <= time && since > (locked ? grantedAt : 0);
};
/** How long the vendor's limit or a back-off is to be waited for. */
export const waitFor = (state, burstMs, time, trigger) => {
    const ms = trigger === 'change' && isHasty(state.reason) ? 0 : waitMs(state, burstMs, time);
    return ms > 0 ? { ms, failing: state.reason } : undefined;
};
