import type { CDPSession } from '@playwright/test'

/** Reads how long the tasks of a page's main thread have taken so far, in milliseconds. */
export const mainThreadTime = async (session: CDPSession): Promise<() => Promise<number>> => {
  await session.send('Performance.enable')
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
  }
}
