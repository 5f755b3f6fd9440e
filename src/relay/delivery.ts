import type { TrackedEvent } from '../core/event.ts'
import type { Outcome } from '../core/outcome.ts'
import { createCaller } from './caller.ts'
import type { Claim, DeliveredIds } from './ids/delivered-ids.ts'
import { keysOfEvents } from './ids/event-key.ts'
import { reportingIds } from './ids/reporting-ids.ts'
import type { Pace } from './limits/pace.ts'
import { createSerialByKey } from './limits/serial-by-key.ts'
import type { Observe } from './observation.ts'
import type { Vendor, VendorOutcome } from './vendor.ts'
import type { World } from './world.ts'

/**
 * How long the relay goes on with one batch; the rest of it is told to come again. With the time of the last
 * calls to the vendor this is less than the 30 seconds after which the browser gives up.
 */
const BUDGET_MS = 15_000
const LATER_MS = 1_000
const STORE_DOWN_MS = 5_000

const later = (afterMs: number, detail: string): Outcome => ({
  type: 'retry',
  reason: 'busy',
  afterMs,
  detail,
})

/** Why the later events of the same person wait. Of these the vendor has certainly not heard. */
const obstacleAfter = (outcome: VendorOutcome): VendorOutcome =>
  outcome.reason === 'unanswered' ? later(LATER_MS, 'after one that was not answered') : outcome

const groupBy = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> => {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

const DELIVERED: Outcome = { type: 'delivered' }

/** One event of a batch, with the id under which it is remembered, and in time what has become of it. */
interface ClaimedEvent {
  readonly event: TrackedEvent
  readonly key: string
  readonly claim: Claim
  outcome: VendorOutcome | undefined
}

export interface DeliveryOptions {
  readonly vendor: Vendor
  readonly deliveredIds: DeliveredIds
  readonly report: (problem: string) => void
  readonly observe?: Observe | undefined
  readonly world: World
  /** @default one that this process keeps for itself */
  readonly pace?: Pace
  /**
   * Milliseconds after which the rest of a batch is told to come again.
   * @default 15_000
   */
  readonly budgetMs?: number
}

/** Of one event, for the relay itself. */
type Deliver = (events: readonly TrackedEvent[]) => Promise<readonly VendorOutcome[]>

/** The outcome as a page may know it: it does not tell whether the vendor knows a person. */
export const createTelling =
  (name: string, report: (problem: string) => void) =>
  (outcome: VendorOutcome): Outcome => {
    if (!outcome.hidden) return outcome
    report(`${name}: an event is lost: ${outcome.detail}`)
    return DELIVERED
  }

/**
 * The way of a batch to one vendor.
 *
 * The order in which nothing counts twice: an id is claimed before the vendor is called; it is settled after the
 * vendor has answered and before anybody is told; it is released only when the vendor has certainly not got it,
 * or when the site prefers a repeat to a loss.
 */
export const createDelivery = ({
  vendor,
  deliveredIds,
  report,
  observe,
  world,
  pace,
  budgetMs = BUDGET_MS,
}: DeliveryOptions): Deliver => {
  const { name, unanswered } = vendor
  const callBefore = createCaller(vendor, world, observe, pace)
  const serially = createSerialByKey(world.sleep, budgetMs)
  const { settle, release } = reportingIds(deliveredIds, name, report)

  /** The meaning of a vendor's answer. */
  const understood = (outcome: VendorOutcome): VendorOutcome => {
    if (outcome.reason === 'paused') report(`${name}: ${outcome.detail}`)
    const isTaken = outcome.reason === 'unanswered' && unanswered === 'assume-delivered'
    return isTaken || outcome.type === 'delivered' ? DELIVERED : outcome
  }

  /** The events of one person: when one has to come again, all later ones come after it. */
  const inOrder = async (claimed: readonly ClaimedEvent[], deadlineMs: number): Promise<void> => {
    const call = callBefore(deadlineMs)
    const released: string[] = []
    let obstacle: VendorOutcome | undefined
    for (const claimedEvent of claimed) {
      const { event, key, claim } = claimedEvent
      const nowMs = world.now()
      if (claim === 'taken') obstacle ??= later(LATER_MS, 'being delivered')
      if (nowMs >= deadlineMs) obstacle ??= later(LATER_MS, 'more than fits in one request')
      let outcome: VendorOutcome | undefined = claim === 'delivered' ? DELIVERED : obstacle
      try {
        outcome ??= understood(await vendor.deliver(event, call, nowMs))
      } catch {
        // Such as a secret manager that fails. The error may quote what it failed on, so it goes no further.
        report(`${name}: an event could not be handled`)
        outcome = later(STORE_DOWN_MS, 'the relay failed')
      }
      observe?.({ type: 'event', vendor: name, outcome: outcome.hidden ?? outcome.reason ?? outcome.type })
      claimedEvent.outcome = outcome
      // Whom the vendor does not know now, it will not know for the next event either.
      if (outcome.type === 'retry' || outcome.hidden === 'unknown-person') obstacle ??= obstacleAfter(outcome)
      if (!unanswered || claim !== 'mine') continue
      const isDelivered = outcome.type === 'delivered'
      // A dropped event may be sent again once its cause is repaired: only delivered ids are remembered.
      if (!isDelivered) released.push(key)
      const settled = isDelivered ? settle(key) : undefined
      if (settled) await settled
    }
    await release(released)
  }

  const claimAll = async (events: readonly TrackedEvent[]): Promise<readonly ClaimedEvent[]> => {
    const keys = unanswered ? await keysOfEvents(events) : []
    const claims = unanswered ? await deliveredIds.claim(name, keys) : []
    return events.map((event, index) => ({
      event,
      key: keys[index] ?? '',
      claim: claims[index] ?? 'mine',
      outcome: undefined,
    }))
  }

  /** One outcome for each event, in order; never throws. */
  return async (events) => {
    const deadlineMs = world.now() + budgetMs
    let claimed: readonly ClaimedEvent[]
    try {
      claimed = await claimAll(events)
    } catch {
      report(`${name}: the store of delivered ids failed to claim`)
      return events.map(() => later(STORE_DOWN_MS, 'the relay cannot tell repeats at the moment'))
    }
    const people = [...groupBy(claimed, ({ event }) => vendor.personOf(event))]
    await Promise.all(people.map(([person, theirs]) => serially(person, () => inOrder(theirs, deadlineMs))))
    return claimed.map(({ outcome = DELIVERED }) => outcome)
  }
}
