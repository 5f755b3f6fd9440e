import { z } from 'zod'
import {
  type AnalyticsAccount,
  type AnalyticsEmulatorOptions,
  createAnalyticsEmulator,
} from '../../../../testing/emulators/analytics-account.ts'
import { documentIn, refused, type Verdict } from '../../../../testing/emulators/recording.ts'

export const TOKEN = 'fedcba9876543210'.repeat(2)

/** Source: docs.mixpanel.com, "Import events" and "Track events". */
const MAX_EVENTS = 2_000
const MAX_BYTES = 10_000_000
const MAX_AGE_MS = 5 * 86_400_000

const id = z.string().min(1)
const person = { $device_id: id, $user_id: id.optional() }

const updates = z
  .array(
    z.strictObject({
      $token: id,
      $distinct_id: id,
      ...person,
      $set: z.record(z.string(), z.unknown()).optional(),
      $unset: z.array(z.string()).optional(),
    }),
  )
  .min(1)

const eventsAt = (now: number) =>
  z
    .array(
      z.strictObject({
        event: id,
        properties: z.looseObject({
          token: id,
          distinct_id: id,
          ...person,
          time: z
            .int()
            .refine((time) => time > now - MAX_AGE_MS, 'older than 5 days')
            .optional(),
          $insert_id: z.string().regex(/^[\dA-Za-z-]{1,36}$/),
          mp_lib: z.string(),
        }),
      }),
    )
    .min(1)
    .max(MAX_EVENTS)

/** Makes a refusal with the status 200, as the vendor does. */
const no = (detail: string, asked?: 'asked'): Verdict =>
  refused(200, { status: 0, error: detail }, detail, asked)

const yes = (events: number): Verdict => ({ status: 200, answer: { status: 1, error: null }, events })

const documentOf = (form: string) => {
  const bytes = Uint8Array.from(atob(new URLSearchParams(form).get('data') ?? ''), (byte) =>
    byte.charCodeAt(0),
  )
  return documentIn(new TextDecoder('utf-8', { fatal: true }).decode(bytes))?.document
}

const setPeople = (list: z.infer<typeof updates>, account: AnalyticsAccount): Verdict => {
  for (const { $distinct_id, $set = {} } of list) account.set($distinct_id, $set)
  return yes(0)
}

const take = (
  list: z.infer<ReturnType<typeof eventsAt>>,
  account: AnalyticsAccount,
  now: () => number,
): void => {
  for (const { event, properties } of list) {
    const { distinct_id: who, $device_id: device, $user_id: user, time, $insert_id } = properties
    if (user) account.merge(`$device:${device}`, user)
    account.record({
      name: event === '$mp_web_page_view' ? 'Viewed Page' : event,
      id: `${time} ${$insert_id}`,
      person: who,
      timeMs: time ?? now(),
      properties,
    })
  }
}

/**
 * Emulates Mixpanel's `/track` and `/engage` in memory: requests are forms, taken or refused as a whole, with `status`
 * 0 or 1 in a 200.
 *
 * @example
 * const mixpanel = createMixpanelEmulator()
 * const response = await mixpanel.handle(new Request('http://vendor/track?verbose=1', init))
 */
export const createMixpanelEmulator = ({
  key = TOKEN,
  now = Date.now,
  refuse = () => undefined,
}: AnalyticsEmulatorOptions = {}) =>
  createAnalyticsEmulator(({ method, url, headers, text, bytes }, account) => {
    if (method !== 'POST' || !/^\/(track|engage)$/.test(url.pathname))
      return refused(404, {}, `${method} ${url.pathname}`)
    if (headers.get('content-type') !== 'application/x-www-form-urlencoded') return no('no form')
    if (url.searchParams.get('verbose') !== '1') return no('an answer that cannot be read')
    if (bytes > MAX_BYTES) return refused(413, {}, 'too large')
    const document = documentOf(text)
    if (url.pathname === '/engage') {
      const { data, error } = updates.safeParse(document)
      if (!data) return no(z.prettifyError(error))
      return data.some(({ $token }) => $token !== key)
        ? no('token, missing or empty')
        : setPeople(data, account)
    }
    const { data, error } = eventsAt(now()).safeParse(document)
    if (!data) return no(z.prettifyError(error))
    if (data.some(({ properties: { token } }) => token !== key)) return no('token, missing or empty')
    const reasons = data.flatMap(({ properties }) => refuse(properties) ?? [])
    if (reasons[0]) return { ...no(reasons[0], 'asked'), events: data.length }
    take(data, account, now)
    return yes(data.length)
  }, now)
