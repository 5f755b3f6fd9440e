import { CLAIM_MS, type DeliveredIds, REMEMBER_MS } from './delivered-ids.ts'

/**
 * A Map in two halves, of which the older is thrown away whole: one that is emptied from its beginning gets slow,
 * as it keeps the places of what is gone.
 */
const createHalves = (maxHalf: number) => {
  let young = new Map<string, number>()
  let old = new Map<string, number>()
  return {
    read: (id: string): number => young.get(id) ?? old.get(id) ?? 0,
    write(id: string, value: number): void {
      if (young.size >= maxHalf) {
        old = young
        young = new Map()
      }
      young.set(id, value)
    },
  }
}

/** About 20 MB for each vendor. */
const MAX_IDS = 100_000

/**
 * Delivered ids in the memory of one relay: enough as long as there is one, and it is not restarted between a
 * request and its repeat. When there are too many, the older half is forgotten.
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
  /** Until when an id is claimed; or, below zero, remembered. In seconds since the start: V8 keeps these unboxed. */
  const vendors = new Map<string, ReturnType<typeof createHalves>>()
  const startMs = now()
  /** As of the last claim: what is settled was claimed a moment ago. */
  let present = 0

  const halvesOf = (vendor: string) => {
    const halves = vendors.get(vendor) ?? createHalves(maxIds / 2)
    vendors.set(vendor, halves)
    return halves
  }

  return {
    claim(vendor, ids) {
      const { read, write } = halvesOf(vendor)
      present = Math.ceil((now() - startMs) / 1_000)
      const claimed = present + CLAIM_MS / 1_000
      return ids.map((id) => {
        const until = read(id)
        if (Math.abs(until) > present) return until < 0 ? 'delivered' : 'taken'
        write(id, claimed)
        return 'mine'
      })
    },
    settle(vendor, id) {
      halvesOf(vendor).write(id, -(present + REMEMBER_MS / 1_000))
    },
    release(vendor, ids) {
      const { read, write } = halvesOf(vendor)
      for (const id of ids) if (read(id) > 0) write(id, 0)
    },
  }
}
