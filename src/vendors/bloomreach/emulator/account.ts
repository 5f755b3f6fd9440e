import type { BloomreachEvent, BloomreachUpdate, CustomerIds } from './schema.ts'

export interface RecordedEvent extends BloomreachEvent {
  /** The customer who has the event now: an anonymous customer may have become part of another. */
  readonly customerId: string
  readonly receivedAtMs: number
}

export interface RecordedCustomer {
  readonly id: string
  readonly registered?: string | undefined
  readonly cookies: readonly string[]
  readonly properties: Readonly<Record<string, unknown>>
}

/** How long repeats are recognised, counted from the last one (docs, "Imports technical reference"). */
const MEMORY_MS = 90 * 24 * 60 * 60 * 1_000

const sorted = (values: Readonly<Record<string, unknown>>) =>
  Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))

/** Returns what must be the same for two events of one customer to be one event. */
const keyOf = ({ event_type, timestamp, properties }: BloomreachEvent): string =>
  JSON.stringify([event_type, timestamp, sorted(properties)])

/** The data of one project. A soft id (`cookie`) and a hard one (`registered`) that come together are one customer. */
export const createBloomreachAccount = () => {
  let events: RecordedEvent[] = []
  const customers = new Map<string, RecordedCustomer>()
  /** The position of the event of each key, and when it was last received. */
  const heard = new Map<string, { readonly index: number; atMs: number }[]>()

  const find = (matches: (customer: RecordedCustomer) => boolean): RecordedCustomer | undefined =>
    [...customers.values()].find(matches)

  const save = ({ registered, cookie }: CustomerIds): RecordedCustomer => {
    const hard = registered === undefined ? undefined : find((known) => known.registered === registered)
    const soft = cookie === undefined ? undefined : find(({ cookies }) => cookies.includes(cookie))
    // A visitor who was another customer before stays that one: only an anonymous customer becomes part of another.
    const anonymous = soft && (registered === undefined || soft.registered === undefined) ? soft : undefined
    const base = hard ?? anonymous ?? { id: `customer-${customers.size + 1}`, cookies: [], properties: {} }
    const absorbed = hard && anonymous && hard.id !== anonymous.id ? anonymous : undefined
    const cookies = [...base.cookies, ...(absorbed?.cookies ?? []), ...(cookie && !soft ? [cookie] : [])]
    const customer = { ...base, registered: registered ?? base.registered, cookies }
    customers.set(base.id, { ...customer, properties: { ...absorbed?.properties, ...base.properties } })
    if (absorbed) {
      customers.delete(absorbed.id)
      events = events.map((event) =>
        event.customerId === absorbed.id ? { ...event, customerId: base.id } : event,
      )
    }
    return customer
  }

  return {
    events: (): readonly RecordedEvent[] => [...events],
    customers: (): readonly RecordedCustomer[] => [...customers.values()],

    update({ customer_ids, properties }: BloomreachUpdate): void {
      const { id } = save(customer_ids)
      const known = customers.get(id)
      if (known) customers.set(id, { ...known, properties: { ...known.properties, ...properties } })
    },

    /**
     * Records an event, and tells whether it is new; a repeat is answered like any other event, and changes nothing.
     */
    record(event: BloomreachEvent, nowMs: number): boolean {
      const { id } = save(event.customer_ids)
      const key = keyOf(event)
      const same = heard.get(key) ?? []
      const before =
        event.timestamp === undefined ? undefined : same.find(({ index }) => events[index]?.customerId === id)
      const isRepeat = before !== undefined && nowMs - before.atMs < MEMORY_MS
      if (before) before.atMs = nowMs
      else heard.set(key, [...same, { index: events.length, atMs: nowMs }])
      if (!isRepeat) events.push({ ...event, customerId: id, receivedAtMs: nowMs })
      return !isRepeat
    },
  }
}

export type BloomreachAccount = ReturnType<typeof createBloomreachAccount>
