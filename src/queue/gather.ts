import type { TrackedEvent } from '../core/event.ts'
import { timeOfId } from '../core/id.ts'
import { countIn } from '../core/record-key.ts'
import { eventsIn } from '../core/stored-event.ts'
import type { Transaction } from '../store/store.ts'

/**
 * Reads records, oldest first, for as long as they are taken; returns the keys of those. Removes what is not to be
 * sent: what cannot be read, what is older than `oldest`, and all that can be read where `isAssumed`.
 */
export const gather = async (
  t: Transaction,
  keys: readonly string[],
  takes: (json: string, events: readonly TrackedEvent[]) => boolean,
  oldest: number,
  isAssumed: boolean | undefined,
  onEnd: (reason: 'unreadable' | 'expired' | 'delivered', events: number) => void,
): Promise<string[]> => {
  const taken: string[] = []
  const records = keys.map(async (key) => [key, await t.get(key)] as const)
  for (const [key, json] of await Promise.all(records)) {
    const events = eventsIn(json)
    const [first] = events
    const isWhole = first && events.length === countIn(key)
    const reason = !isWhole
      ? 'unreadable'
      : timeOfId(first.id) < oldest
        ? 'expired'
        : isAssumed && 'delivered'
    if (reason) {
      t.remove(key)
      onEnd(reason, countIn(key))
    } else if (takes(json as string, events)) taken.push(key)
    else return taken
  }
  return taken
}
