import type { DeliveredIds } from './delivered-ids.ts'

/** Settles and releases claims; a store that fails is reported, and stops nothing. */
export const reportingIds = (deliveredIds: DeliveredIds, name: string, report: (problem: string) => void) => {
  const settleFailed = (): void =>
    // The vendor has the event all the same. A repeat may count twice once the claim has ended.
    report(`${name}: the store of delivered ids failed to settle; a repeat may count twice`)

  /** A store in memory returns nothing to wait for: a promise for each event would cost more than the rest. */
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
      // These events then wait for the end of their claim.
      report(`${name}: the store of delivered ids failed to release; its events wait until their claim ends`)
    }
  }

  return { settle, release }
}
