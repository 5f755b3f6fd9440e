import { timeOfId } from '../core/id.ts'
import { firstIdIn, goneKeyOf, goneOf, newOf } from '../core/record-key.ts'
import { isAhead } from '../queue/last-moment/watermark.ts'
import type { Store, Transaction } from '../store/store.ts'
import type { Granted } from './granted.ts'
import { tailIn } from './granted.ts'

/** Of the records that were removed, so many are remembered: a note may bring them back. */
const MOST_REMOVED = 5_000

/** What a page notes are new records, and those of people whom the vendor does not know yet. */
const NOTED = /\/e\/(new|held)\//

/** No page writes a note with records that were tracked earlier. */
const GONE_MS = 600_000

/**
 * Up to where records may be taken: everybody's, and those of single tabs, by what their ids end with. What was said by a clock
 * that was ahead says nothing of these days.
 */
const createBounds = (now: () => number) => {
  let ofAll = ''
  const ofTab = new Map<string, string>()
  const raised = (bound: string, next: string): string =>
    next > bound || (bound && isAhead(bound, now())) ? next : bound
  return {
    raise({ all, own, tails }: Pick<Granted, 'all' | 'own' | 'tails'>): void {
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
 * A store in which only those new records are found that may be taken: what lies above, a page may hand off itself
 * when it is left. Those of the days to come no page hands off.
 */
export const createGrantedStore = (openStore: () => Store, queue: string, now: () => number) => {
  const prefix = newOf(queue)
  const granted = createBounds(now)
  /** Up to where pages have said that their own records are stored: these are in no note that they write later. */
  const promised = createBounds(now)
  /** Without a page everything may be taken: also what was tracked by a clock that was ahead, and lies above these keys. */
  let future = ''
  const grantFuture = (keys: readonly string[]): void => {
    for (const key of keys) if (key > future) granted.raiseTo(key)
    future = ''
  }
  const removed = new Set<string>()
  /** Whether a page has told of all notes that there are. */
  let hasHeard = false
  /** A page that has died without a word may have noted it: nobody knows before the next page looks. */
  const mayBeNoted = (key: string): boolean =>
    NOTED.test(key) && !promised.includes(key.replace('/held/', '/new/'))
  const forgetGone = async (t: Transaction): Promise<void> => {
    if (!hasHeard) return
    hasHeard = false
    for (const key of await t.keys(goneOf(queue)))
      if (timeOfId(firstIdIn(key)) < now() - GONE_MS) t.remove(key)
  }
  const remember = (keys: readonly string[]): void => {
    for (const key of keys) removed.add(key)
    for (const key of removed) {
      if (removed.size <= MOST_REMOVED) break
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
    /** What a page says: with all notes that there are. */
    hear(said: Granted): void {
      granted.raise(said)
      promised.raise({ all: '', own: said.stored, tails: said.tails })
      hasHeard = true
    },
    /** No page is open: so all may be taken that is there, up to this key, and of those above `future`, when it is looked next. */
    takeAll(upTo: string, above: string): void {
      granted.raise({ all: upTo, own: '', tails: [] })
      future = above
    },
    /** Whether a record was there and is settled, or lies elsewhere: its page may not have heard that it was stored. */
    wasRemoved: (key: string): boolean => removed.has(key),
  }
}
