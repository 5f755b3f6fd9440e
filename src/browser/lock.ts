/**
 * Runs `work` while no other tab holds the lock, and tells it since when. Where another does, or where the
 * browser has no locks (insecure contexts, sandboxed frames), `work` runs with 0: then only the lease in the
 * shared state decides, so that a frozen holder is overtaken when its lease is over.
 */
export type Lock = <Result>(work: (grantedAt: number) => Promise<Result>) => Promise<Result>

export const createLock =
  (name: string): Lock =>
  async (work) => {
    let started = false
    const run = (grantedAt: number) => {
      started = true
      return work(grantedAt)
    }
    try {
      return await navigator.locks.request(name, { ifAvailable: true }, (lock) => run(lock ? Date.now() : 0))
    } catch (error) {
      if (started) throw error
      return run(0)
    }
  }
