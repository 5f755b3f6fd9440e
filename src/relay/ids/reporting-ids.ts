import type { DeliveredIds } from './delivered-ids.ts'

/** The ends of claims, where a store that fails is told, and stops nothing. */
export const reportingIds = (deliveredIds: DeliveredIds, name: string, report: (problem: string) => void) => {
  const settleFailed = (): void =>
    // The vendor has it all the same. A repeat may count twice once the claim has ended.
    report(`${name}: the store of delivered ids failed to settle`)

  /** Nothing to wait for where the store is in memory: a promise for each event would cost more than the rest. */
  const settle = (key: string): Promise<void> | undefined => {
    try {
      const settled = deliveredIds.settle(name, key)
      return settled ? settled.then(undefined, settleFailed) : undefined
    } catch {
      settleFailed()
      return undefined
    }
  }

  const release = async (keys: readonly string[]): Promise<void> => {
    if (!keys[0]) return
    try {
      await deliveredIds.release(name, keys)
    } catch {
      // Then these events wait for the claim's end.
      report(`${name}: the store of delivered ids failed to release`)
    }
  }

  return { settle, release }
}
