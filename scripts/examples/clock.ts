import { setTimeout as sleep } from 'node:timers/promises'

/** The time after which an application that does not answer, or an event that does not come, is late. */
const LATE_MS = 60_000

export const secondsOf = async (work: () => unknown): Promise<number> => {
  const startedAt = performance.now()
  await work()
  return (performance.now() - startedAt) / 1_000
}

/** Resolves as soon as the condition holds. @throws {Error} when that takes too long. */
export const until = async (what: string, isSo: () => unknown): Promise<void> => {
  for (const lastMs = Date.now() + LATE_MS; !(await isSo()); await sleep(50))
    if (Date.now() > lastMs) throw new Error(`late: ${what}`)
}
