import { LEASE_MS } from "../queue/attempt.js";
/** How long a request may take. */
const REQUEST_MS = 30_000;
/** Requests one after the other, each under the lock, until there is nothing to send or a reason to wait. */
export const createRounds = ({ now, isOnline }, lock, begin, deliver) => {
    /** One request, from choosing its events to settling them; resolves with the time to wait before the next. */
    const round = async (grantedAt, trigger) => {
        const startedAt = now();
        const begun = await begin(grantedAt, trigger);
        if ('ms' in begun)
            return begun;
        // Thawed after a freeze: others may have taken us for dead and sent it themselves.
        // So may they have done when the clock was set back: it ends every lease.
        if (Math.abs(now() - startedAt) <= LEASE_MS - REQUEST_MS)
            await deliver(begun, REQUEST_MS);
        return { ms: 0 };
    };
    return async (reason) => {
        let wait;
        // Unless only time has passed since the last failure, it is worth a try before the back-off is over. Some browsers
        // say that they are offline and are not: then it is tried at the pace of the back-off.
        const hasChanged = reason !== 'retry' && reason !== 'interval' && isOnline();
        let trigger = hasChanged ? 'change' : 'time';
        do {
            wait = await lock((grantedAt) => round(grantedAt, trigger));
            trigger = 'time';
        } while (!wait.ms);
        return wait;
    };
};
