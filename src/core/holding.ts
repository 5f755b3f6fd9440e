import { eventsIn, type Identity, type TrackedEvent } from './event.ts'
import { timeOfId } from './id.ts'
import { jsonOf } from './json.ts'
import { countIn, firstIdIn, heldKeyOf, heldOf, newOf } from './record-key.ts'

/** What `release` needs of a transaction over the queue's records. */
export interface Records {
  get(key: string): Promise<string | undefined>
  keys(prefix: string): Promise<readonly string[]>
  put(key: string, value: string): void
  remove(key: string): void
}

/** For a vendor that knows no anonymous visitors: their events wait in the queue until the visitor is identified. */
export interface Holding {
  /**
   * Returns the key under which these events of one person are held. It returns nothing where the vendor takes them:
   * then they lie at `key`.
   */
  heldKeyOf(chunk: { readonly key: string; readonly json: string }): string | undefined
  /**
   * Moves the held events of the people in `events`, who are identified, and the held events that are too old, to the
   * new ones: there the old ones expire.
   * @param queue is the queue that the records belong to.
   * @param oldest is the time, in milliseconds since 1970, before which events expire.
   * @returns whether the queue must be looked at again.
   */
  release(records: Records, queue: string, events: readonly TrackedEvent[], oldest: number): Promise<boolean>
}

/** Most records that one transaction releases. */
const MOST = 200

/**
 * Keeps the events that the vendor would refuse among the held records. Held records are counted and evicted as all
 * records are, but never chosen for sending.
 *
 * When an event of an identified person is about to be sent, the events that were held under the same anonymous id
 * become that person's, and new. Their record changes, which no record may between attempts: but this one was never
 * attempted.
 *
 * A page that is left may write a note of events that were released a moment ago. The note overwrites the released
 * record, under the same key. Until the record is sent, its events count as events of the person who is about to be
 * sent; then the mark tells pages that the record was taken.
 * @param knows tells whether the vendor would know the person of these events.
 */
export const holding = (knows: (identity: Identity) => unknown): Holding => ({
  heldKeyOf({ key, json }) {
    const [first] = eventsIn(json)
    return first && !knows(first.identity) ? heldKeyOf(key, first.identity.anonymousId) : undefined
  },

  async release(records, queue, events, oldest) {
    const known = events.filter(({ identity }) => knows(identity))
    const released: (readonly [held: string, key: string, identity: Identity | undefined])[] = []
    for (const held of await records.keys(heldOf(queue))) {
      const id = firstIdIn(held)
      const owner = known.find(({ identity }) => held.endsWith(`/${identity.anonymousId}`))
      if ((owner || timeOfId(id) < oldest) && released.length < MOST)
        released.push([held, `${newOf(queue)}${id}/${countIn(held)}`, owner?.identity])
    }
    for (const [held, key, identity] of released) {
      const its = eventsIn(await records.get(held))
      records.remove(held)
      records.put(key, jsonOf(its.map((event) => ({ ...event, ...(identity && { identity }) }))))
    }
    return !!released[0]
  },
})
