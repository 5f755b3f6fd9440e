/**
 * Calls `leave` when the page is left. It listens in the capturing phase, so that a client that begins in `leave` hears
 * the same event itself, later.
 */
export const whenLeft = (leave, signal) => {
    const until = { capture: true, signal };
    addEventListener('pagehide', leave, until);
    addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && leave(), until);
};
