/** How long the answer to a hand-off is waited for before its events count as unanswered. */
export const HAND_OFF_MS = 10_000;
/** How long a sender that gives no sign is believed to be alive: longer than any request. */
export const LEASE_MS = 45_000;
/** Of a sender that has ended: nothing is sent any more. */
export const FOR_EVER = { ms: Infinity };
