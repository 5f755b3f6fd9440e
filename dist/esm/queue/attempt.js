/** How long the answer to a hand-off is waited for before its events count as unanswered. */
export const HAND_OFF_MS = 10_000;
/** Until when the answer to a hand-off may come, if it may; no longer than any of ours. Anybody may have written it. */
export const awaitedUntil = (until, time) => typeof until === 'number' && until > time && until <= time + HAND_OFF_MS ? until : 0;
/** How long a sender that gives no sign is believed to be alive: longer than any request. */
export const LEASE_MS = 45_000;
/** Of a sender that has ended: nothing is sent any more. */
export const FOR_EVER = { ms: Infinity };
