import type { Destination } from '../core/destination.ts'
import type { TrackedEvent } from '../core/event.ts'
import { timeOfId } from '../core/id.ts'
import { countIn } from '../core/record-key.ts'
import { eventsIn } from '../core/stored-event.ts'
import type { Transaction } from '../store/store.ts'
import { createBatch } from './batch.ts'

/** What was read of the records that were chosen. */
export interface Gathered {
  /** Of the records that may share a request. */
  readonly keys: readonly string[]
  readonly events: readonly TrackedEvent[]
  /** What is not to be sent any more, and was removed: why, and how many events. */
  readonly ended: readonly (readonly ['unreadable' | 'expired' | 'delivered', events: number])[]
}

/**
 * Reads what was chosen, oldest first, as much as fits into one request. Removes what is not to be sent: what cannot be
 * read, what is older than `oldest`, and every repeat where the vendor could not know it again.
 */
export const gather = async (
  t: Transaction,
  destination: Destination,
  { keys: chosen, isRepeat }: { readonly keys: readonly string[]; readonly isRepeat: boolean },
  oldest: number,
): Promise<Gathered> => {
  const { events, takes } = createBatch(destination, destination.limits.bytes)
  const keys: string[] = []
  const ended: Gathered['ended'][number][] = []
  const records = chosen.map(async (key) => [key, await t.get(key)] as const)
  for (const [key, json] of await Promise.all(records)) {
    const its = eventsIn(json)
    const [first] = its
    const isWhole = first && its.length === countIn(key)
    const reason = !isWhole
      ? 'unreadable'
      : timeOfId(first.id) < oldest
        ? 'expired'
        : isRepeat && destination.assumeDelivered && 'delivered'
    if (reason) {
      t.remove(key)
      ended.push([reason, countIn(key)])
    } else if (takes(json as string, its)) keys.push(key)
    else break
  }
  return { keys, events, ended }
}
