import type { TrackedEvent } from '../core/event.ts'
import { jsonOf, parsed } from '../core/json.ts'
import type { DropReason } from '../core/outcome.ts'
import { ownerOf, revivedKeyOf } from '../core/record-key.ts'
import type { Store, Transaction } from '../store/store.ts'

/** An event that a vendor has refused for good. */
export interface DeadLetter {
  readonly destination: string
  /** Of the vendor: see `Destination.account`. */
  readonly account: string
  readonly event: TrackedEvent
  readonly reason: DropReason
  /** The vendor's words, where it gave any. */
  readonly detail?: string | undefined
}

/** By the events' ids; all, when none are given. */
export type Choice = readonly string[] | undefined

const KEY = /^([^/]+)\/d\/(.+)$/

/** The dead letters of all destinations and accounts. */
export const createDeadLetters = (store: Store) => {
  /** Hands the chosen letters to `work`, oldest first; tells how many they were. */
  const each = (ids: Choice, work: (t: Transaction, key: string, letter: DeadLetter) => void) =>
    store(async (t) => {
      let letters = 0
      for (const key of await t.keys('')) {
        const [, queue = '', id = ''] = KEY.exec(key) ?? []
        if (!queue || (ids && !ids.includes(id))) continue
        const { event, reason = 'refused', detail } = parsed<DeadLetter>(await t.get(key))
        // A foreign record is not ours to touch.
        if (!event) continue
        const { name: destination, account } = ownerOf(queue)
        work(t, key, { destination, account, event, reason, detail })
        letters++
      }
      return letters
    })

  return {
    async list(): Promise<readonly DeadLetter[]> {
      const found: DeadLetter[] = []
      await each(undefined, (_, __, letter) => found.push(letter))
      return found
    },

    /** Puts them back into their queues, as events that the vendor has seen: they go alone. Tells how many. */
    retry: (ids?: Choice): Promise<number> =>
      each(ids, (t, key, { event }) => {
        t.remove(key)
        t.put(revivedKeyOf(key), jsonOf([event]))
      }),

    /** Forgets them. Tells how many. */
    clear: (ids?: Choice): Promise<number> => each(ids, (t, key) => t.remove(key)),
  }
}
