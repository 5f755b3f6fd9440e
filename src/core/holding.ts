import { eventsIn, type Identity, type TrackedEvent } from './event.ts'
import { timeOfId } from './id.ts'
import { jsonOf } from './json.ts'

/** What is asked of a transaction over the queue's records. */
export interface Records {
  get(key: string): Promise<string | undefined>
  keys(prefix: string): Promise<readonly string[]>
  put(key: string, value: string): void
  remove(key: string): void
}

/** For a vendor that knows no anonymous visitors: what is tracked waits in the queue until it is known who it was. */
export interface Holding {
  /** Where these events of one person are held; nothing where the vendor takes them: then they lie at `key`. */
  heldKeyOf(chunk: { readonly key: string; readonly json: string }): string | undefined
  /**
   * Puts among the new what is held of the people of these events, who are identified, and what is too old: there it
   * expires.
   * @param oldest milliseconds since 1970.
   * @param hasNewsAfter marks what is taken; tells whether a page was left that has not seen the mark.
   * @returns whether the queue is to be looked at again.
   */
  release(
    records: Records,
    events: readonly TrackedEvent[],
    oldest: number,
    hasNewsAfter: (key: string) => boolean,
  ): Promise<boolean>
}

/** Records that are released in one transaction. */
const MOST = 200

/**
 * Holds what the vendor would refuse, at `<name>/e/held/<first id>/<count>/<anonymous id>`: counted and evicted as
 * everything under `<name>/e/`, and never chosen for sending.
 *
 * When an event of an identified person is about to be sent, what was held under the same anonymous id becomes that
 * person's, and new. Its record changes, which no event's may between attempts: but it was never attempted.
 * @param name the destination's.
 * @param knows whether the vendor would know whose these events are.
 */
export const holding = (name: string, knows: (identity: Identity) => unknown): Holding => ({
  heldKeyOf({ key, json }) {
    const [first] = eventsIn(json)
    return first && !knows(first.identity)
      ? `${key.replace('/new/', '/held/')}/${first.identity.anonymousId}`
      : undefined
  },

  async release(records, events, oldest, hasNewsAfter) {
    const known = events.filter(({ identity }) => knows(identity))
    const released: (readonly [held: string, key: string, identity: Identity | undefined])[] = []
    for (const held of await records.keys(`${name}/e/held/`)) {
      const [, , , id = '', count, anonymousId] = held.split('/')
      const owner = known.find(({ identity }) => identity.anonymousId === anonymousId)
      if ((owner || timeOfId(id) < oldest) && released.length < MOST)
        released.push([held, `${name}/e/new/${id}/${count}`, owner?.identity])
    }
    const last = released.at(-1)
    if (!last || hasNewsAfter(last[1])) return !!last
    for (const [held, key, identity] of released) {
      const its = eventsIn(await records.get(held))
      records.remove(held)
      records.put(key, jsonOf(its.map((event) => ({ ...event, ...(identity && { identity }) }))))
    }
    return true
  },
})
