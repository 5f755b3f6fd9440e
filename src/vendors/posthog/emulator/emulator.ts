import { z } from 'zod'
import {
  type AnalyticsAccount,
  type AnalyticsEmulatorOptions,
  createAnalyticsEmulator,
} from '../../../../testing/emulators/analytics-account.ts'
import { documentIn, refused, type Verdict } from '../../../../testing/emulators/recording.ts'

export const PROJECT_KEY = `phc_${'0123456789abcdefghijABCDEFGHIJ0123456789xyz'}`

/** Most bytes of a body of `/batch`, and of one event (PostHog/posthog, rust/capture). */
const MAX_BYTES = 20 * 1024 * 1024
const MAX_EVENT_BYTES = 1_000_000

const values = z.record(z.string(), z.unknown())
const properties = z
  .looseObject({
    $device_id: z.string().min(1),
    $lib: z.string(),
    $process_person_profile: z.boolean().optional(),
    $anon_distinct_id: z.string().min(1).optional(),
    $set: values.optional(),
    $unset: z.array(z.string()).optional(),
  })
  .refine((its) => new TextEncoder().encode(JSON.stringify(its)).length <= MAX_EVENT_BYTES, 'event too big')

const batch = z.strictObject({
  api_key: z.string(),
  sent_at: z.iso.datetime({ precision: 3 }),
  batch: z
    .array(
      z.strictObject({
        event: z.string().min(1),
        uuid: z.uuid(),
        distinct_id: z.string().min(1).max(200),
        timestamp: z.iso.datetime({ precision: 3 }).optional(),
        properties,
      }),
    )
    .min(1),
})

const no = (status: number, detail: string, asked?: 'asked'): Verdict =>
  refused(status, { type: 'validation_error', detail }, detail, asked)

const take = ({ batch: list }: z.infer<typeof batch>, account: AnalyticsAccount, now: () => number): void => {
  for (const { event, uuid, distinct_id: person, timestamp, properties } of list) {
    const { $anon_distinct_id: anonymous, $set = {} } = properties
    if (event === '$identify' && anonymous) account.merge(anonymous, person)
    if (event === '$identify' || event === '$set') account.set(person, $set)
    else
      account.record({
        name: event === '$pageview' ? 'Viewed Page' : event,
        id: uuid,
        person,
        timeMs: timestamp ? Date.parse(timestamp) : now(),
        properties,
      })
  }
}

/**
 * Emulates PostHog's `/batch/` in memory: it takes or refuses whole requests, whatever their content type, and
 * recognises repeats by `uuid`.
 *
 * @example
 * const posthog = createPosthogEmulator()
 * const response = await posthog.handle(new Request('http://vendor/batch/', init))
 */
export const createPosthogEmulator = ({
  key = PROJECT_KEY,
  now = Date.now,
  refuse = () => undefined,
}: AnalyticsEmulatorOptions = {}) =>
  createAnalyticsEmulator(({ method, url, text, bytes }, account) => {
    if (method !== 'POST' || url.pathname !== '/batch/') return no(404, `${method} ${url.pathname}`)
    if (bytes > MAX_BYTES) return no(413, 'The body is too large')
    const { data, error } = batch.safeParse(documentIn(text)?.document)
    if (!data) return no(400, z.prettifyError(error))
    if (data.api_key !== key) return no(401, 'The provided API key is invalid')
    const reasons = data.batch.flatMap((its) => refuse(its.properties) ?? [])
    if (reasons[0]) return { ...no(400, reasons[0], 'asked'), events: data.batch.length }
    take(data, account, now)
    return { status: 200, answer: { status: 'Ok' }, events: data.batch.length }
  }, now)
