import { setTimeout as sleep } from 'node:timers/promises'

/** Resolves when `isSo`; rejects when it is not after half a minute. */
export const waitUntil = async (isSo: () => boolean | Promise<boolean>, maxMs = 30_000): Promise<void> => {
  const endMs = Date.now() + maxMs
  while (!(await isSo())) {
    if (Date.now() > endMs) throw new Error(`not so after ${maxMs} ms: ${isSo}`)
    await sleep(20)
  }
}
