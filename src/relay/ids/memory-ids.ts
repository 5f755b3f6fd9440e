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

/** The ids that one vendor has, and those on their way to it. Times are seconds since the start: V8 keeps these unboxed. */
const createVendorIds = (maxIds: number) => ({
  delivered: createHalves(maxIds / 2),
  /**
   * Until when each is claimed. Apart from the delivered ones: what is claimed and never delivered, however much of it a
   * stranger sends, makes nothing be forgotten. Claims end with their requests, so there are never many.
   */
  claims: new Map<string, number>(),
})

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
  const vendors = new Map<string, ReturnType<typeof createVendorIds>>()
  const startMs = now()
  /** As of the last claim: what is settled was claimed a moment ago. */
  let present = 0

  const idsOf = (vendor: string) => {
    const ids = vendors.get(vendor) ?? createVendorIds(maxIds)
    vendors.set(vendor, ids)
    return ids
  }

  return {
    claim(vendor, ids) {
      const { delivered, claims } = idsOf(vendor)
      present = Math.ceil((now() - startMs) / 1_000)
      const until = present + CLAIM_MS / 1_000
      return ids.map((id) => {
        if (delivered.read(id) > present) return 'delivered'
        if ((claims.get(id) ?? 0) > present) return 'taken'
        claims.set(id, until)
        return 'mine'
      })
    },
    settle(vendor, id) {
      const { delivered, claims } = idsOf(vendor)
      claims.delete(id)
      delivered.write(id, present + REMEMBER_MS / 1_000)
    },
    release(vendor, ids) {
      const { claims } = idsOf(vendor)
      for (const id of ids) claims.delete(id)
    },
  }
}
