/**
 * Runs `work` while no other tab holds the lock, and tells it since when. Where another tab holds it, or where the
 * browser has no locks (insecure contexts, sandboxed frames), `work` runs with 0: then only the lease in the shared
 * state decides, so that a frozen holder is overtaken when its lease is over.
 */
export type Lock = <Result>(work: (grantedAt: number) => Promise<Result>) => Promise<Result>

export const createLock =
  (name: string): Lock =>
  async (work) => {
    try {
      return await navigator.locks.request(name, { ifAvailable: true }, (lock) => work(lock ? Date.now() : 0))
    } catch {
      // The browser has no locks here, or has taken this one away (WebKit, when the page enters its cache): the lease
      // is enough.
      return work(0)
    }
  }
