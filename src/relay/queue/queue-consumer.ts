import type { TrackedEvent } from '../../core/event.ts'
import { createDelivery } from '../delivery.ts'
import type { DeliveredIds } from '../ids/delivered-ids.ts'
import { keysOfEvents } from '../ids/event-key.ts'
import { createMemoryIds } from '../ids/memory-ids.ts'
import { createEvenPace } from '../limits/even-pace.ts'
import type { Observe } from '../observation.ts'
import type { Vendor, VendorOutcome } from '../vendor.ts'
import { createWorld, type World } from '../world.ts'
import type { CloudflareQueue, QueuedMessage } from './cloudflare-queue.ts'
import { retryWait } from './retry-wait.ts'

/** One message, as Cloudflare hands it over. */
export interface QueueMessage {
  readonly body: unknown
  /** How often the message was handed over, this time included. */
  readonly attempts: number
  ack(): void
  retry(options?: { readonly delaySeconds?: number }): void
}

export interface QueueConsumerOptions {
  /** The vendors, which must be those of the relay. */
  readonly vendors: readonly Vendor[]
  /**
   * The store of delivered ids, for vendors that cannot recognise a repeat, because a queue may hand a message over
   * twice.
   * @default createMemoryIds(), which an isolate loses when it ends
   */
  readonly deliveredIds?: DeliveredIds
  /**
   * Another queue, for dead letters: `{ vendor, event, reason, detail }`. A consumer of that queue may try them again.
   * @default none: a dead letter is lost, and reported
   */
  readonly deadLetters?: CloudflareQueue
  /**
   * Called with a sentence about what goes wrong. The sentence has neither secrets nor personal data.
   * @default nothing is called
   */
  readonly report?: (problem: string) => void
  /** Called with each event and call to a vendor, to count them. @default nothing is called */
  readonly observe?: Observe
  /** Replaces the platform's `fetch`, clock and timer. @default the platform's own */
  readonly world?: Partial<World>
}

/**
 * How long the consumer works on one batch: less than the two minutes for which an id is claimed, and than a consumer
 * may run.
 */
const BUDGET_MS = 60_000

const BUSY: VendorOutcome = { type: 'retry', reason: 'busy' }

const eventOf = ({ body }: QueueMessage): TrackedEvent => (body as QueuedMessage).event

const isMessage = (body: unknown): body is QueuedMessage => {
  const { vendor, event } = { ...(body as Partial<QueuedMessage> | null) }
  return typeof vendor === 'string' && typeof event?.id === 'string'
}

/**
 * Makes the `queue` handler of a Worker, which delivers what `createCloudflareQueue` has taken. All calls keep one pace
 * as long as the queue has `max_concurrency = 1`. Events of one person are delivered in order as far as Cloudflare
 * hands them over together.
 * @example
 * export default { fetch: relay, queue: createQueueConsumer({ vendors, deadLetters: env.DEAD }) }
 */
export const createQueueConsumer = ({
  vendors,
  deadLetters,
  report = () => undefined,
  observe,
  ...others
}: QueueConsumerOptions) => {
  const world = { ...createWorld(), ...others.world }
  const { deliveredIds = createMemoryIds({ now: world.now }) } = others

  const settle = async (message: QueueMessage, outcome: VendorOutcome, waitMs: number): Promise<void> => {
    const event = eventOf(message)
    const { vendor } = message.body as QueuedMessage
    const { hidden, reason, detail } = outcome
    if (outcome.type === 'delivered') return message.ack()
    if (outcome.type === 'retry') return message.retry({ delaySeconds: Math.ceil(waitMs / 1_000) })
    report(`${vendor}: an event was given up: ${detail ?? reason}`)
    try {
      const body = { vendor, event, reason: hidden ?? reason, detail }
      await deadLetters?.sendBatch([{ body, contentType: 'json' }])
      message.ack()
    } catch {
      report(`${vendor}: the queue of dead letters does not answer; the event is tried again`)
      message.retry()
    }
  }

  const workOff = async (vendor: Vendor, messages: readonly QueueMessage[]): Promise<void> => {
    const keys = await keysOfEvents(messages.map(eventOf))
    // A repeat in the same batch gets the outcome of the first: as an event that is being delivered it would hold up
    // others.
    const firsts = new Map<string, TrackedEvent>()
    for (const [index, message] of messages.entries()) {
      const key = `${keys[index]}`
      if (!firsts.has(key)) firsts.set(key, eventOf(message))
    }
    const pace = createEvenPace(vendor.rate)
    const options = { vendor, deliveredIds, report, observe, world, pace, budgetMs: BUDGET_MS }
    const outcomes = await createDelivery(options)([...firsts.values()])
    const outcomeOf = new Map([...firsts.keys()].map((key, index) => [key, outcomes[index]]))
    /** All events of a person have one wait, so that they come again together, and in their order. */
    const waits = new Map<string, number>()
    for (const [index, message] of messages.entries()) {
      const outcome = outcomeOf.get(`${keys[index]}`) ?? BUSY
      const person = vendor.personOf(eventOf(message))
      const waitMs = waits.get(person) ?? retryWait(outcome, message.attempts - 1)
      if (outcome.type === 'retry') waits.set(person, waitMs)
      await settle(message, outcome, waitMs)
    }
  }

  return async ({ messages }: { readonly messages: readonly QueueMessage[] }): Promise<void> => {
    const groups = new Map(vendors.map((vendor) => [vendor.name, { vendor, its: [] as QueueMessage[] }]))
    for (const message of messages) {
      const group = isMessage(message.body) ? groups.get(message.body.vendor) : undefined
      if (group) group.its.push(message)
      else {
        report('a message is of no vendor that is set up here')
        message.retry()
      }
    }
    await Promise.all(
      [...groups.values()].map(({ vendor, its }) =>
        // Ids ascend with time, so sorting by id restores the order in which a page has tracked.
        workOff(
          vendor,
          its.toSorted((a, b) => (eventOf(a).id < eventOf(b).id ? -1 : 1)),
        ),
      ),
    )
  }
}
