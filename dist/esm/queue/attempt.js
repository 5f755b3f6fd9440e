/** How long the answer to a hand-off is waited for before its events count as unanswered. */
export const HAND_OFF_MS = 10_000;
/** Until when an answer to a hand-off is awaited, or was; 0 where that is no time of this clock. Anybody may have written it. */
export const believedUntil = (until, time) => typeof until === 'number' && until <= time + HAND_OFF_MS ? until : 0;
/** How long a sender that gives no sign is believed to be alive: longer than any request. */
export const LEASE_MS = 45_000;
/** Of a sender that has ended: nothing is sent any more. */
export const FOR_EVER = { ms: Infinity };
