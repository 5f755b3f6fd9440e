import { timeOfId } from '../core/id.ts'
import { firstIdIn, goneKeyOf, goneOf, newOf } from '../core/record-key.ts'
import { isAhead } from '../queue/last-moment/watermark.ts'
import type { Store, Transaction } from '../store/store.ts'
import type { Granted } from './granted.ts'
import { tailIn } from './granted.ts'

/** Most removed records that are remembered, because a note may bring one back. */
const MAX_REMOVED = 5_000

/** The records that a page may note: new ones, and those of people whom the vendor does not know yet. */
const NOTED = /\/e\/(new|held)\//

/** No page writes a note with records that are older than this. */
const GONE_MS = 600_000

/**
 * Keeps the keys up to which records may be taken: one key for all tabs, and one for each single tab, by the end of its
 * ids. A key from a clock that was ahead does not count for the present days.
 */
const createBounds = (now: () => number) => {
  let ofAll = ''
  const ofTab = new Map<string, string>()
  const raised = (bound: string, next: string): string =>
    next > bound || (bound && isAhead(bound, now())) ? next : bound
  return {
    raise({ all, own, tails }: Granted): void {
      ofAll = raised(ofAll, all)
      for (const tail of tails) ofTab.set(tail, raised(ofTab.get(tail) ?? '', own))
    },
    raiseTo(key: string): void {
      ofTab.set(tailIn(key), key)
    },
    includes: (key: string): boolean =>
      [ofAll, ofTab.get(tailIn(key)) ?? ''].some((bound) => key <= bound && !isAhead(bound, now())),
  }
}

/**
 * Makes a store that shows only the new records that may be taken: a page may itself hand off records above the granted
 * key when it is left. Records with a date in the future are shown, because no page hands them off.
 */
export const createGrantedStore = (openStore: () => Store, queue: string, now: () => number) => {
  const prefix = newOf(queue)
  const granted = createBounds(now)
  /** The key up to which each tab's records are stored, by the end of its ids: no note that it writes later contains them. */
  const stored = new Map<string, string>()
  let lookedAt = 0
  /** When the clock is set back, what comes next lies below what was stored before. */
  const lookAtClock = (): void => {
    if (now() < lookedAt) stored.clear()
    lookedAt = now()
  }
  /**
   * The key above which records with a date in the future lie. Without a page they may be taken, too: a clock that was
   * ahead has tracked them.
   */
  let future = ''
  const grantFuture = (keys: readonly string[]): void => {
    for (const key of keys) if (key > future) granted.raiseTo(key)
    future = ''
  }
  const removed = new Set<string>()
  /** Whether a page has told of all notes that there are. */
  let hasHeard = false
  /**
   * Tells whether a page that has died without a word may have noted this record: that is unknown until the next page
   * looks.
   */
  const mayBeNoted = (key: string): boolean => {
    lookAtClock()
    const bound = stored.get(tailIn(key)) ?? ''
    return NOTED.test(key) && (key.replace('/held/', '/new/') > bound || isAhead(bound, now()))
  }
  const forgetGone = async (t: Transaction): Promise<void> => {
    if (!hasHeard) return
    hasHeard = false
    for (const key of await t.keys(goneOf(queue)))
      if (timeOfId(firstIdIn(key)) < now() - GONE_MS) t.remove(key)
  }
  const remember = (keys: readonly string[]): void => {
    for (const key of keys) removed.add(key)
    for (const key of removed) {
      if (removed.size <= MAX_REMOVED) break
      removed.delete(key)
    }
  }
  const open = (): Store => {
    const store = openStore()
    return async (work) => {
      let gone: string[] = []
      const result = await store(async (t) => {
        gone = []
        const result = await work({
          ...t,
          async keys(its, limit, after) {
            const keys = await t.keys(its, limit, after)
            if (its !== prefix) return keys
            if (future) grantFuture(keys)
            return keys.filter((key) => granted.includes(key) || isAhead(key, now()))
          },
          remove(key) {
            gone.push(key)
            t.remove(key)
            if (mayBeNoted(key)) t.put(goneKeyOf(key), '1')
          },
        })
        await forgetGone(t)
        return result
      })
      // Not before: a transaction that is refused has removed nothing, and the note is all that there is.
      remember(gone)
      return result
    }
  }
  return {
    open,
    /** Receives a page's grant; the page has sent all notes that there are with it. */
    hear(said: Granted): void {
      granted.raise(said)
      lookAtClock()
      for (const tail of said.tails) stored.set(tail, said.stored)
      hasHeard = true
    },
    /**
     * Lets everything be taken up to this key, as no page is open; and, at the next look, the records above `above`.
     */
    takeAll(upTo: string, above: string): void {
      granted.raise({ all: upTo, own: '', stored: '', tails: [] })
      future = above
    },
    /**
     * Tells whether a record was there and is settled, or lies elsewhere: its page may not have heard that it was
     * stored.
     */
    wasRemoved: (key: string): boolean => removed.has(key),
  }
}
