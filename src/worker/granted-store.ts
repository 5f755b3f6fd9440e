import type { Store } from '../store/store.ts'
import type { Granted } from './granted.ts'
import { tailIn } from './granted.ts'

/** Of the records that were removed, so many are remembered: a note may bring them back. */
const MOST_REMOVED = 5_000

/**
 * A store in which only those new records are found that pages have granted: what lies above, a page may hand off itself
 * when it is left.
 * @param prefix of the new records.
 */
export const createGrantedStore = (openStore: () => Store, prefix: string) => {
  /** Up to where everybody's may be taken, and those of single tabs, by what their ids end with. */
  let ofAll = ''
  const ofTab = new Map<string, string>()
  const isGranted = (key: string): boolean => key <= ofAll || key <= (ofTab.get(tailIn(key)) ?? '')
  /** Without a page everything may be taken: also what was tracked by a clock that was ahead, and lies above these keys. */
  let future = ''
  const grantFuture = (keys: readonly string[]): void => {
    for (const key of keys) if (key > future) ofTab.set(tailIn(key), key)
    future = ''
  }
  const removed = new Set<string>()
  const open = (): Store => {
    const store = openStore()
    return (work) =>
      store((t) =>
        work({
          ...t,
          async keys(its, limit) {
            const keys = await t.keys(its, limit)
            if (its !== prefix) return keys
            if (future) grantFuture(keys)
            return keys.filter(isGranted)
          },
          remove(key) {
            removed.add(key)
            if (removed.size > MOST_REMOVED) removed.delete(removed.values().next().value as string)
            t.remove(key)
          },
        }),
      )
  }
  return {
    open,
    grant({ all, own, tails }: Granted): void {
      if (all > ofAll) ofAll = all
      for (const tail of tails) if (own > (ofTab.get(tail) ?? '')) ofTab.set(tail, own)
    },
    /** No page is open: of those above this key, too, all that are there when it is looked next. */
    grantAbove(key: string): void {
      future = key
    },
    /** Whether a record was there and is settled, or lies elsewhere: its page may not have heard that it was stored. */
    wasRemoved: (key: string): boolean => removed.has(key),
  }
}
