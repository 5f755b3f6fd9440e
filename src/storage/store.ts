/** What happens inside one atomic transaction over a sorted map of strings. */
export interface Transaction {
  /** The keys from `from` to `to`, both inclusive, ascending. */
  keys(from: string, to: string, limit?: number): Promise<readonly string[]>
  /** The values of the same keys, in the same order. */
  values(from: string, to: string): Promise<readonly unknown[]>
  write(key: string, value: unknown): void
  remove(from: string, to: string): void
}

/** May await nothing but the transaction's own reads, and may be run again after a failure. */
export type Work<Result> = (transaction: Transaction) => Promise<Result> | Result

/**
 * Runs `work` in one transaction and resolves, with what it returned, when all of its writes are durable;
 * rejects when none of them is.
 */
export type Store = <Result>(work: Work<Result>) => Promise<Result>

/** Where nothing survives the page: a sandboxed frame, a browser that refuses storage. */
export const createMemoryStore = (): Store => {
  const records = new Map<string, unknown>()
  let queue: Promise<unknown> = Promise.resolve()
  const keysIn = (from: string, to: string) => [...records.keys()].filter((key) => key >= from && key <= to).sort()
  const transaction: Transaction = {
    keys: async (from, to, limit) => keysIn(from, to).slice(0, limit),
    values: async (from, to) => keysIn(from, to).map((key) => records.get(key)),
    write: (key, value) => void records.set(key, value),
    remove: (from, to) => {
      for (const key of keysIn(from, to)) records.delete(key)
    },
  }
  return (work) => {
    // One transaction at a time, as in a database.
    const result = queue.then(() => work(transaction))
    queue = result.catch(() => undefined)
    return result
  }
}
