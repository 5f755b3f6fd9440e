import { z } from 'zod'
import {
  type AnalyticsAccount,
  type AnalyticsEmulatorOptions,
  createAnalyticsEmulator,
} from '../../../../testing/emulators/analytics-account.ts'
import {
  documentIn,
  isJson,
  type ReceivedRequest,
  refused,
  type Verdict,
} from '../../../../testing/emulators/recording.ts'

export const API_KEY = '0123456789abcdef'.repeat(2)

/** Most bytes and events of one request (amplitude.com/docs, "HTTP V2 API", "Batch event upload"). */
const LIMITS: Readonly<Record<string, { readonly bytes: number; readonly events: number }>> = {
  '/2/httpapi': { bytes: 1_000_000, events: 2_000 },
  '/batch': { bytes: 20_000_000, events: 2_000 },
}
/** Most events of one device in one request to `/2/httpapi`. */
const MAX_OF_DEVICE = 30

const values = z.record(z.string(), z.unknown())

const event = z.strictObject({
  event_type: z.string().min(1),
  user_id: z.string().min(1).optional(),
  device_id: z.string().min(1),
  time: z.int().min(Date.UTC(1990, 0)).optional(),
  insert_id: z.string().min(1),
  library: z.string(),
  event_properties: values.optional(),
  user_properties: z.strictObject({ $set: values, $unset: values.optional() }).optional(),
})

const batch = z.strictObject({
  api_key: z.string(),
  events: z.array(z.unknown()).min(1),
  options: z.strictObject({ min_id_length: z.int().optional() }),
})

const no = (code: number, error: string, more: object = {}, asked?: 'asked'): Verdict =>
  refused(code, { code, error, ...more }, error, asked)

const documentOf = ({ headers, text }: ReceivedRequest) =>
  isJson(headers) ? documentIn(text)?.document : undefined

const take = (list: readonly z.infer<typeof event>[], account: AnalyticsAccount, now: () => number): void => {
  for (const its of list) {
    const { user_id: user, device_id: device } = its
    if (user) account.merge(device, user)
    if (its.event_type === '$identify') account.set(user ?? device, its.user_properties?.$set ?? {})
    else
      account.record({
        name: its.event_type === '[Amplitude] Page Viewed' ? 'Viewed Page' : its.event_type,
        id: `${device} ${its.insert_id}`,
        person: user ?? device,
        timeMs: its.time ?? now(),
        properties: its.event_properties ?? {},
      })
  }
}

/**
 * Emulates Amplitude's `/2/httpapi` and `/batch` in memory: wrong events are named by their index, and then nothing is
 * recorded.
 *
 * @example
 * const amplitude = createAmplitudeEmulator()
 * const response = await amplitude.handle(new Request('http://vendor/2/httpapi', init))
 */
export const createAmplitudeEmulator = ({
  key = API_KEY,
  now = Date.now,
  refuse = () => undefined,
}: AnalyticsEmulatorOptions = {}) =>
  createAnalyticsEmulator((request, account) => {
    const { method, url, bytes } = request
    const limits = LIMITS[url.pathname]
    if (method !== 'POST' || !limits) return no(404, `${method} ${url.pathname}`)
    if (bytes > limits.bytes) return no(413, 'Payload too large')
    const { data, error } = batch.safeParse(documentOf(request))
    if (!data) return no(400, z.prettifyError(error))
    if (data.api_key !== key) return no(400, `Invalid API key: ${data.api_key}`)
    if (data.events.length > limits.events) return no(413, 'Too many events')
    const found = data.events.map((its) => event.safeParse(its))
    const indexes = (is: (its: (typeof found)[number]) => unknown) =>
      found.flatMap((its, index) => (is(its) ? [index] : []))
    const invalid = indexes((its) => !its.success)
    if (invalid[0] !== undefined)
      return no(400, 'Request has invalid fields', { events_with_invalid_fields: { event: invalid } })
    const refusals = indexes(({ data: its }) => refuse(its?.event_properties ?? {}))
    if (refusals[0] !== undefined)
      return no(400, 'Refused', { events_with_invalid_fields: { asked: refusals } }, 'asked')
    const list = found.flatMap((its) => its.data ?? [])
    const ofOne = list.filter(({ device_id: device }) => device === list[0]?.device_id)
    if (url.pathname === '/2/httpapi' && ofOne.length > MAX_OF_DEVICE)
      return no(429, 'Too many requests for some devices', {
        throttled_events: list.map((_, index) => index),
      })
    take(list, account, now)
    return { status: 200, answer: { code: 200, events_ingested: list.length }, events: list.length }
  }, now)
