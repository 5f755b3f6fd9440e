import type { TrackedEvent } from '../core/event.ts'
import type { Outcome } from '../core/outcome.ts'
import { checkOptions } from './check-options.ts'
import { createDelivery, createTelling } from './delivery.ts'
import type { DeliveredIds } from './ids/delivered-ids.ts'
import { createMemoryIds } from './ids/memory-ids.ts'
import type { Limits } from './limits/limits.ts'
import type { Observe } from './observation.ts'
import { createAcceptance } from './queue/acceptance.ts'
import type { EventQueue } from './queue/event-queue.ts'
import type { Secret } from './request/secret.ts'
import { createValidator } from './request/validator.ts'
import type { Vendor } from './vendor.ts'
import { createWorld, type World } from './world.ts'

export interface RelayOptions {
  /** The sites whose pages may send, at least one: `https://shop.example`, without a path. */
  readonly origins: readonly string[]
  /** The public keys that pages send as `writeKey`, at least one; there are several while one replaces another. */
  readonly writeKeys: readonly string[]
  /**
   * The secret of `signWriteKey`. With it, only write keys that are signed with it are accepted.
   * @default none: write keys are plain
   */
  readonly signingSecret?: Secret
  /**
   * The limits of what may come from one address and with one write key.
   * @default no limit of the relay's own
   */
  readonly limits?: Limits
  /**
   * Returns the address of the visitor, for `limits`. A visitor whose address is unknown is not limited.
   * @default no address is known
   */
  readonly addressOf?: (request: Request) => string | undefined
  /**
   * Called with each request, event and call to a vendor, to count them.
   * @default nothing is called
   */
  readonly observe?: Observe
  /** The vendors that this relay calls, at least one and none twice, each with its private key. */
  readonly vendors: readonly Vendor[]
  /**
   * The store of delivered ids, for vendors that cannot recognise a repeat. Several relays must share one store.
   * @default createMemoryIds()
   */
  readonly deliveredIds?: DeliveredIds
  /**
   * The queue that takes the events, so that workers deliver them later. With it, nothing is delivered while a page
   * waits, and `deliveredIds` is not used.
   * @default none: the vendor is called at once
   */
  readonly queue?: EventQueue
  /**
   * Called with a sentence when a vendor refuses the key, or when the store of ids fails. The sentence has neither
   * secrets nor personal data.
   * @default nothing is called
   */
  readonly report?: (problem: string) => void
  /**
   * Replaces the platform's `fetch`, clock and timer.
   * @default the platform's own
   */
  readonly world?: Partial<World>
}

/** The path at which a load balancer asks whether the relay is there. */
const HEALTH = /\/health$/
const FAILED = JSON.stringify({
  error: { code: 'failed', message: 'The relay failed; the page keeps its events.' },
})

const jsonResponse = (status: number, body: string, headers: Readonly<Record<string, string>>): Response =>
  new Response(body, {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
  })

/**
 * Makes a `RelayAnswer` as JSON. It is put together by hand, because it is a tenth of the relay's work: ids need no
 * escaping.
 */
const answerOf = (events: readonly TrackedEvent[], outcomes: readonly Outcome[]): string => {
  let last: Outcome | undefined
  let tail = ''
  const items = outcomes.map((outcome, index) => {
    if (outcome !== last) tail = JSON.stringify(outcome).slice(1)
    last = outcome
    return `{"id":"${events[index]?.id}",${tail}`
  })
  return `{"outcomes":[${items}]}`
}

/**
 * Makes a relay for vendors whose keys are private: it takes batches from the site's pages, calls the vendor, and
 * answers for each event. It uses web standards only, and runs on Node, Workers, Deno and Bun. It keeps nothing that it
 * cannot afford to lose, because the queue is in the browser.
 *
 * It answers `{ outcomes: [{ id, type, reason?, detail?, afterMs? }] }`, or `{ error: { code, message } }` with a
 * status of 4xx and without a call to a vendor. `GET …/health` is answered with 200.
 * @throws {TypeError} that names the option which is missing or wrong.
 * @example
 * const relay = createRelay({
 *   origins: ['https://shop.example'],
 *   writeKeys: ['shop'],
 *   vendors: [helpcrunchVendor({ apiKey: () => process.env.HELPCRUNCH_API_KEY ?? '' })],
 * })
 * export default { fetch: relay }
 */
export const createRelay = (options: RelayOptions): ((request: Request) => Promise<Response>) => {
  checkOptions(options)
  const { origins, writeKeys, vendors, report = () => undefined, observe } = options
  const { signingSecret, limits, addressOf, queue } = options
  const world = { ...createWorld(), ...options.world }
  const { deliveredIds = createMemoryIds({ now: world.now }) } = options
  const validate = createValidator({
    origins,
    writeKeys,
    destinations: vendors.map(({ name }) => name),
    signingSecret,
    limits,
    ...(addressOf && { addressOf }),
    now: world.now,
  })
  const deliveries = new Map(
    vendors.map((vendor) => {
      if (queue) return [vendor.name, createAcceptance({ vendor, queue, report, observe })]
      const deliver = createDelivery({ vendor, deliveredIds, report, observe, world })
      const told = createTelling(vendor.name, report)
      return [vendor.name, async (events: readonly TrackedEvent[]) => (await deliver(events)).map(told)]
    }),
  )

  const corsFor = (origin: string | null): Readonly<Record<string, string>> =>
    origin !== null && origins.includes(origin)
      ? {
          'access-control-allow-origin': origin,
          'access-control-expose-headers': 'retry-after',
          vary: 'origin',
        }
      : { vary: 'origin' }

  const preflight = (cors: Readonly<Record<string, string>>): Response =>
    new Response(null, {
      status: 204,
      headers: {
        ...cors,
        'access-control-allow-methods': 'POST',
        'access-control-allow-headers': 'content-type',
        'access-control-max-age': '86400',
      },
    })

  const answer = async (request: Request, cors: Readonly<Record<string, string>>): Promise<Response> => {
    if (request.method === 'GET' && HEALTH.test(request.url))
      return jsonResponse(200, '{"status":"ok"}', cors)
    if (request.method === 'OPTIONS' && 'access-control-allow-origin' in cors) return preflight(cors)
    const passage = await validate(request)
    if (passage.type === 'refused') {
      const { status, code, message, afterMs } = passage
      const wait = afterMs ? { 'retry-after': `${Math.ceil(afterMs / 1_000)}` } : {}
      return jsonResponse(status, JSON.stringify({ error: { code, message } }), { ...cors, ...wait })
    }
    const { destination, events } = passage
    const outcomes = (await deliveries.get(destination)?.(events)) ?? []
    return jsonResponse(200, answerOf(events, outcomes), cors)
  }

  const answerAnyway = async (request: Request): Promise<Response> => {
    const cors = corsFor(request.headers.get('origin'))
    try {
      return await answer(request, cors)
    } catch {
      // The relay has a mistake, or the body broke off. The answer lets the page read that the request was refused, so
      // that it keeps its events.
      report('a request could not be handled; its page sends it again')
      return jsonResponse(500, FAILED, cors)
    }
  }

  return async (request) => {
    const response = await answerAnyway(request)
    observe?.({ type: 'request', status: response.status })
    return response
  }
}
