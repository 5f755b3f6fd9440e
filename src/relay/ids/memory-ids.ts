import { CLAIM_MS, type DeliveredIds, REMEMBER_MS } from './delivered-ids.ts'

/**
 * Makes a Map in two halves, of which the older is thrown away as a whole: a Map whose first entries are deleted gets
 * slow, because it keeps their places.
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

/** The ids take about 20 MB for each vendor. */
const MAX_IDS = 100_000

/**
 * The ids that one vendor has, and those on their way to it. Times are seconds since the start, because V8 keeps these
 * unboxed.
 */
const createVendorIds = (maxIds: number) => ({
  delivered: createHalves(maxIds / 2),
  /**
   * The end of each claim. Claims are kept apart from delivered ids: ids that are claimed and never delivered, however
   * many a stranger sends, do not displace a delivered one. Claims end with their requests, so there are never many.
   */
  claims: new Map<string, number>(),
})

/**
 * Keeps delivered ids in the memory of one relay. That is enough as long as there is one relay, and it is not restarted
 * between a request and its repeat. When there are too many ids, the older half is forgotten.
 * @example
 * createRelay({ ...options, deliveredIds: createMemoryIds() })
 */
export const createMemoryIds = ({
  maxIds = MAX_IDS,
  now = () => Date.now(),
}: {
  /** The most ids that are kept for each vendor. @default 100_000 */
  readonly maxIds?: number
  /** The clock, in milliseconds since 1970. @default Date.now */
  readonly now?: () => number
} = {}): DeliveredIds => {
  const vendors = new Map<string, ReturnType<typeof createVendorIds>>()
  const startMs = now()
  /** The time of the last claim, which is precise enough: an id that is settled was claimed a moment ago. */
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
