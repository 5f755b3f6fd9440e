/**
 * Runs `work` while no other tab does, or not at all. `work` is given the time at which the lock was granted;
 * -Infinity where the browser has no locks and only the lease in the shared state keeps tabs apart.
 */
export type Lock = <Result>(work: (grantedAt: number) => Promise<Result>, how: 'ask' | 'steal') => Promise<Result | undefined>

export const createLock = (name: string, now: () => number): Lock => {
  // Missing in insecure contexts; throws in sandboxed frames.
  const locks = navigator.locks
  if (!locks) return (work) => work(Number.NEGATIVE_INFINITY)
  return async (work, how) => {
    let started = false
    try {
      return await locks.request(name, how === 'steal' ? { steal: true } : { ifAvailable: true }, (lock) => {
        started = !!lock
        return lock ? work(now()) : undefined
      })
    } catch {
      // Stolen from us after a freeze, or refused altogether: then the lease decides.
      return started ? undefined : work(Number.NEGATIVE_INFINITY)
    }
  }
}
