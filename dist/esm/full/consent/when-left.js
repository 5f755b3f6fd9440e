/** In the capturing phase: so a client that begins now hears of it itself, later in the same event. */
export const whenLeft = (leave, signal) => {
    const until = { capture: true, signal };
    addEventListener('pagehide', leave, until);
    addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && leave(), until);
};
