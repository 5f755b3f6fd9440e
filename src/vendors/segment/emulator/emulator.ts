import { z } from 'zod'
import {
  type AnalyticsAccount,
  type AnalyticsEmulatorOptions,
  createAnalyticsEmulator,
} from '../../../../testing/emulators/analytics-account.ts'
import { documentIn, isJson, refused, type Verdict } from '../../../../testing/emulators/recording.ts'

export const WRITE_KEY = 'abcdefghijklmnopqrstuvwxyz012345'

/** "32KB per event", "500KB per batch request" (segment.com/docs, "HTTP API"). */
const MAX_EVENT_BYTES = 32_000
const MAX_BATCH_BYTES = 500_000

const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length
const values = z.record(z.string(), z.unknown())

const common = {
  messageId: z.string().min(1).max(100),
  timestamp: z.iso.datetime({ precision: 3 }).optional(),
  anonymousId: z.string().min(1),
  userId: z.string().min(1).optional(),
  context: z.strictObject({ library: z.strictObject({ name: z.string() }) }),
}

/** The emulator refuses an event without a name, which Segment would accept silently and throw away. */
const message = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('track'), ...common, event: z.string().min(1), properties: values }),
    z.strictObject({ type: z.literal('page'), ...common, name: z.string().optional(), properties: values }),
    z.strictObject({ type: z.literal('identify'), ...common, traits: values }),
  ])
  .refine((its) => bytesOf(its) <= MAX_EVENT_BYTES, 'Exceeds 32KB')

const batch = z.strictObject({
  batch: z.array(message).min(1),
  writeKey: z.string(),
  sentAt: z.iso.datetime({ precision: 3 }),
})

const no = (status: number, detail: string, asked?: 'asked'): Verdict =>
  refused(status, { success: false, error: detail }, detail, asked)

const take = ({ batch: list }: z.infer<typeof batch>, account: AnalyticsAccount, now: () => number): void => {
  for (const its of list) {
    const { messageId: id, anonymousId, userId, timestamp } = its
    const person = userId ?? anonymousId
    if (userId) account.merge(anonymousId, userId)
    if (its.type === 'identify') {
      account.set(person, its.traits)
      continue
    }
    account.record({
      name: its.type === 'track' ? its.event : 'Viewed Page',
      id,
      person,
      timeMs: timestamp ? Date.parse(timestamp) : now(),
      properties: its.properties,
    })
  }
}

/**
 * Emulates Segment's `/v1/batch` in memory, more strictly than Segment: what Segment would accept and lose is refused.
 *
 * @example
 * const segment = createSegmentEmulator()
 * const response = await segment.handle(new Request('http://vendor/v1/batch', init))
 */
export const createSegmentEmulator = ({
  key = WRITE_KEY,
  now = Date.now,
  refuse = () => undefined,
}: AnalyticsEmulatorOptions = {}) =>
  createAnalyticsEmulator(({ method, url, headers, text, bytes }, account) => {
    if (method !== 'POST' || url.pathname !== '/v1/batch') return no(404, `${method} ${url.pathname}`)
    if (headers.get('authorization') !== `Basic ${btoa(`${key}:`)}`) return no(401, 'Invalid write key')
    if (bytes > MAX_BATCH_BYTES) return no(400, 'Exceeds 500KB')
    const found = isJson(headers) ? documentIn(text) : undefined
    const { data, error } = batch.safeParse(found?.document)
    if (!data) return no(400, z.prettifyError(error))
    if (data.writeKey !== key) return no(401, 'Invalid write key')
    const reasons = data.batch.flatMap((its) => refuse('traits' in its ? its.traits : its.properties) ?? [])
    if (reasons[0]) return { ...no(400, reasons[0], 'asked'), events: data.batch.length }
    take(data, account, now)
    return { status: 200, answer: { success: true }, events: data.batch.length }
  }, now)
