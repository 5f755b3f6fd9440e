/**
 * Runs tasks with the same key one after the other, in the order in which they came.
 *
 * A task waits for `maxWaitMs` at most, because on Workers a task whose visitor has gone may never end.
 */
export const createSerialByKey = (sleep: (ms: number) => Promise<unknown>, maxWaitMs: number) => {
  const last = new Map<string, Promise<unknown>>()

  return async <Result>(key: string, task: () => Promise<Result>): Promise<Result> => {
    const before = last.get(key)
    let finish = (): void => undefined
    const mine = new Promise<void>((resolve) => {
      finish = resolve
    })
    last.set(key, mine)
    try {
      if (before) await Promise.race([before, sleep(maxWaitMs)])
      return await task()
    } finally {
      finish()
      if (last.get(key) === mine) last.delete(key)
    }
  }
}
