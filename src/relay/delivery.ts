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
 * How long the relay works on one batch; the page is told to send the rest again. With the time of the last calls to
 * the vendor, this is less than the 30 seconds after which the browser gives up.
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

/** Returns why the later events of the same person wait. The vendor has certainly not received them. */
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

/** One event of a batch, with the id under which it is remembered, and later with its outcome. */
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
  /** The pace of the calls to the vendor. @default one that this process keeps for itself */
  readonly pace?: Pace
  /**
   * Milliseconds after which the page is told to send the rest of a batch again.
   * @default 15_000
   */
  readonly budgetMs?: number
}

/** Delivers the events of one vendor, and returns an outcome of each for the relay itself. */
type Deliver = (events: readonly TrackedEvent[]) => Promise<readonly VendorOutcome[]>

/** Turns an outcome into what a page may know: it does not tell whether the vendor knows a person. */
export const createTelling =
  (name: string, report: (problem: string) => void) =>
  (outcome: VendorOutcome): Outcome => {
    if (!outcome.hidden) return outcome
    report(`${name}: an event is lost: ${outcome.detail}`)
    return DELIVERED
  }

/**
 * Makes the way of a batch to one vendor.
 *
 * The order in which nothing counts twice is this. An id is claimed before the vendor is called. It is settled after
 * the vendor has answered and before the page is told. It is released only when the vendor has certainly not received
 * the event, or when the site prefers a repeat to a loss.
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

  /** Returns what a vendor's answer means for the event. */
  const understood = (outcome: VendorOutcome): VendorOutcome => {
    if (outcome.reason === 'paused') report(`${name}: ${outcome.detail}`)
    const isTaken = outcome.reason === 'unanswered' && unanswered === 'assume-delivered'
    return isTaken || outcome.type === 'delivered' ? DELIVERED : outcome
  }

  /** Delivers the events of one person: when one has to be sent again, all later ones wait for it. */
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
        // A secret manager, for example, may have failed. The error may quote what it failed on, so it is not passed
        // on.
        report(`${name}: an event could not be handled; its page sends it again`)
        outcome = later(STORE_DOWN_MS, 'the relay failed')
      }
      observe?.({ type: 'event', vendor: name, outcome: outcome.hidden ?? outcome.reason ?? outcome.type })
      claimedEvent.outcome = outcome
      // A vendor that does not know the person now will not know them for the next event either.
      if (outcome.type === 'retry' || outcome.hidden === 'unknown-person') obstacle ??= obstacleAfter(outcome)
      if (!unanswered || claim !== 'mine') continue
      const isDelivered = outcome.type === 'delivered'
      // Only delivered ids are remembered: a dropped event may be sent again once its cause is repaired.
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

  /** Returns one outcome for each event, in order; it never throws. */
  return async (events) => {
    const deadlineMs = world.now() + budgetMs
    let claimed: readonly ClaimedEvent[]
    try {
      claimed = await claimAll(events)
    } catch {
      report(`${name}: the store of delivered ids failed to claim; the page sends its events again`)
      return events.map(() => later(STORE_DOWN_MS, 'the relay cannot tell repeats at the moment'))
    }
    const people = [...groupBy(claimed, ({ event }) => vendor.personOf(event))]
    await Promise.all(people.map(([person, theirs]) => serially(person, () => inOrder(theirs, deadlineMs))))
    return claimed.map(({ outcome = DELIVERED }) => outcome)
  }
}
