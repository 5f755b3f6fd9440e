import type { TrackedEvent } from '../core/event.ts'
import type { Outcome } from '../core/outcome.ts'
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
  /** The sites whose pages may send: `https://shop.example`, without a path. */
  readonly origins: readonly string[]
  /** What pages send as `writeKey`; several while one takes another's place. Public. */
  readonly writeKeys: readonly string[]
  /**
   * The secret of `signWriteKey`. When there is one, only write keys that are signed with it are taken.
   * @default none: write keys are plain
   */
  readonly signingSecret?: Secret
  /**
   * How much may come from one address and with one write key.
   * @default no limit of the relay's own
   */
  readonly limits?: Limits
  /**
   * The address of the visitor, for `limits`.
   * @default unknown, and then not limited
   */
  readonly addressOf?: (request: Request) => string | undefined
  /**
   * Told of each request, event and call to a vendor, to count them.
   * @default nobody is told
   */
  readonly observe?: Observe
  /** The vendors that this relay calls, each with its private key. */
  readonly vendors: readonly Vendor[]
  /**
   * Where delivered ids are remembered for vendors that cannot tell a repeat. Several relays must share one.
   * @default createMemoryIds()
   */
  readonly deliveredIds?: DeliveredIds
  /**
   * Takes the events, for workers to deliver them later. Then nothing is delivered while a page waits, and
   * `deliveredIds` are not asked.
   * @default none: the vendor is called at once
   */
  readonly queue?: EventQueue
  /**
   * Told when a vendor refuses the key or the store of ids fails. Holds neither secrets nor personal data.
   * @default nobody is told
   */
  readonly report?: (problem: string) => void
  /** Replaces the platform's `fetch`, clock and timer. */
  readonly world?: Partial<World>
}

const wrong = (option: string, expected: string): TypeError =>
  new TypeError(`sendoff-relay: ${option}: expected ${expected}`)

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text

const check = ({ origins, writeKeys, vendors }: RelayOptions): void => {
  if (!origins?.length || !origins.every(isOrigin))
    throw wrong('origins', 'addresses such as https://shop.example, without a path')
  if (!writeKeys?.length || !writeKeys.every(Boolean)) throw wrong('writeKeys', 'at least one')
  if (!vendors?.length) throw wrong('vendors', 'at least one')
  const names = vendors.map(({ name }) => name)
  if (new Set(names).size < names.length) throw wrong('vendors', 'each only once')
}

/** Where a load balancer asks whether the relay is there. */
const HEALTH = /\/health$/
const FAILED = JSON.stringify({ error: { code: 'failed', message: 'The relay failed.' } })

const jsonResponse = (status: number, body: string, headers: Readonly<Record<string, string>>): Response =>
  new Response(body, {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
  })

/** A `RelayAnswer` as JSON. Put together by hand, as it is a tenth of the relay's work: ids need no escaping. */
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
 * A relay for vendors whose keys are private: takes batches from the site's pages, calls the vendor, and answers
 * for each event. Web standards only: it runs on Node, Workers, Deno and Bun. It keeps nothing that it cannot
 * afford to lose; the queue is in the browser.
 *
 * Answers `{ outcomes: [{ id, type, reason?, detail?, afterMs? }] }`, or `{ error: { code, message } }` with a
 * status of 4xx and no call to a vendor. `GET …/health` is answered with 200.
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
  check(options)
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
      // A mistake of ours, or a body that broke off. A page can read that it was refused, and the events stay with it.
      report('a request could not be handled')
      return jsonResponse(500, FAILED, cors)
    }
  }

  return async (request) => {
    const response = await answerAnyway(request)
    observe?.({ type: 'request', status: response.status })
    return response
  }
}
