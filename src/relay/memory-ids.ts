import { CLAIM_MS, type DeliveredIds, REMEMBER_MS } from './delivered-ids.ts'

interface Entry {
  readonly isDelivered: boolean
  readonly untilMs: number
}

/** About 20 MB. */
const MAX_IDS = 100_000

/**
 * Delivered ids in the memory of one relay: enough as long as there is one, and it is not restarted between a
 * request and its repeat. When there are too many, the oldest are forgotten.
 * @example
 * createRelay({ ...options, deliveredIds: createMemoryIds() })
 */
export const createMemoryIds = ({
  maxIds = MAX_IDS,
  now = () => Date.now(),
}: {
  /** @default 100_000 */
  readonly maxIds?: number
  /** Milliseconds since 1970. */
  readonly now?: () => number
} = {}): DeliveredIds => {
  /** In the order in which they were last written. */
  const entries = new Map<string, Entry>()

  const write = (id: string, isDelivered: boolean, ms: number): void => {
    entries.delete(id)
    entries.set(id, { isDelivered, untilMs: now() + ms })
    const [oldest] = entries.size > maxIds ? entries.keys() : []
    if (oldest !== undefined) entries.delete(oldest)
  }

  return {
    async claim(ids) {
      return ids.map((id) => {
        const entry = entries.get(id)
        if (entry && entry.untilMs > now()) return entry.isDelivered ? 'delivered' : 'taken'
        write(id, false, CLAIM_MS)
        return 'mine'
      })
    },
    async settle(ids) {
      for (const id of ids) write(id, true, REMEMBER_MS)
    },
    async release(ids) {
      for (const id of ids) if (!entries.get(id)?.isDelivered) entries.delete(id)
    },
  }
}
