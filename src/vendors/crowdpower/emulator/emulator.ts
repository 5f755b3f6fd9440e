import type { z } from 'zod'
import {
  createRecording,
  documentIn,
  isJson,
  type LoggedRequest,
  type ReceivedRequest,
  type Refusal,
  refused,
  type Verdict,
} from '../../../../testing/emulators/recording.ts'
import {
  type CrowdpowerBulk,
  type CrowdpowerCustomer,
  type CrowdpowerEvent,
  createCrowdpowerSchemas,
} from './schema.ts'

export type { CrowdpowerCustomer, CrowdpowerEvent, LoggedRequest }

export const PUBLIC_KEY = `pk_${'0123456789abcdef'.repeat(4)}`

export interface RecordedEvent extends CrowdpowerEvent {
  readonly person: { readonly user_id?: string | undefined; readonly email?: string | undefined }
  readonly properties: Readonly<Record<string, unknown>>
  readonly receivedAtMs: number
}

export interface CrowdpowerEmulatorOptions {
  /** The public key. @default PUBLIC_KEY */
  readonly key?: string
  /** The clock, in milliseconds since 1970. @default Date.now */
  readonly now?: () => number
  /** Refuses an event that is otherwise right, for the reason returned. */
  readonly refuse?: (event: CrowdpowerEvent) => string | undefined
}

export interface CrowdpowerEmulator {
  handle(request: Request): Promise<Response>
  events(): readonly RecordedEvent[]
  customers(): readonly CrowdpowerCustomer[]
  /** Returns every request in the order of the answers, preflights included. */
  requests(): readonly LoggedRequest[]
  violations(): readonly LoggedRequest[]
  /**
   * Returns how many events were recorded although one with the same `event_id` was there: this vendor does not look
   * for repeats.
   */
  duplicates(): number
  reset(): void
}

/** Makes a refusal. The vendor does not document its form: this one has the shape of a success. */
const no = (code: number, detail: string, refusal?: Refusal): Verdict =>
  refused(code, { success: false, code, data: null, message: detail }, detail, refusal)

const yes = (events: number): Verdict => ({
  status: 200,
  answer: { success: true, code: 200, data: null },
  events,
})

const sayWhy = (error: z.core.$ZodError): Verdict =>
  no(400, error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '))

/**
 * Emulates Crowdpower's Beacon API in memory: a request has one person, is taken or refused as a whole, and repeats are
 * not recognised.
 *
 * @example
 * const crowdpower = createCrowdpowerEmulator()
 * const response = await crowdpower.handle(new Request('http://vendor/events/bulk', init))
 */
export const createCrowdpowerEmulator = ({
  key = PUBLIC_KEY,
  now = Date.now,
  refuse = () => undefined,
}: CrowdpowerEmulatorOptions = {}): CrowdpowerEmulator => {
  const schemas = createCrowdpowerSchemas(now)
  let events: RecordedEvent[] = []
  let customers: CrowdpowerCustomer[] = []

  const record = ({ events: list, ...person }: CrowdpowerBulk): Verdict => {
    const reasons = list.flatMap((event) => refuse(event) ?? [])
    if (reasons.length > 0) return { ...no(400, reasons.join(' '), 'asked'), events: list.length }
    const received = { person, receivedAtMs: now() }
    events.push(...list.map((event) => ({ ...event, properties: event.properties ?? {}, ...received })))
    return yes(list.length)
  }

  const accept = (path: string, document: unknown): Verdict => {
    switch (path) {
      case '/events': {
        const { data, error } = schemas[path].safeParse(document)
        if (!data) return sayWhy(error)
        const { user_id, email, ...event } = data
        return record({ user_id, email, events: [event] })
      }
      case '/events/bulk': {
        const { data, error } = schemas[path].safeParse(document)
        return data ? record(data) : sayWhy(error)
      }
      case '/customers': {
        const { data, error } = schemas[path].safeParse(document)
        if (!data) return sayWhy(error)
        customers.push(data)
        return yes(0)
      }
      default:
        return no(404, `No endpoint at ${path}`)
    }
  }

  const judge = ({ method, url, headers, text }: ReceivedRequest): Verdict => {
    if (method !== 'POST') return no(405, `Method ${method}`)
    const given = headers.get('authorization')?.replace(/^Bearer /, '') ?? url.searchParams.get('api_key')
    if (given !== key) return no(401, 'The key is missing or unknown')
    const found = isJson(headers) ? documentIn(text) : undefined
    return found ? accept(url.pathname, found.document) : no(400, 'The body is not JSON')
  }

  const recording = createRecording(judge, now)

  return {
    handle: recording.handle,
    events: () => [...events],
    customers: () => [...customers],
    requests: recording.requests,
    violations: recording.violations,
    duplicates: () => {
      const ids = events.map(({ properties }) => properties.event_id).filter((id) => id !== undefined)
      return ids.length - new Set(ids).size
    },
    reset() {
      events = []
      customers = []
      recording.clear()
    },
  }
}
