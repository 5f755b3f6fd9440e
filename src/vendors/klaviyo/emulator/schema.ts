import { z } from 'zod'
import type { KlaviyoLimits } from './limits.ts'
import { propertyProblems } from './properties.ts'

const EARLIEST_MS = Date.UTC(1990, 0, 1)
const YEAR_MS = 365 * 24 * 60 * 60 * 1000

const text = z.string().nullish()
const coordinate = z.union([z.number(), z.string()]).nullish()

const location = z.strictObject({
  address1: text,
  address2: text,
  city: text,
  country: text,
  latitude: coordinate,
  longitude: coordinate,
  region: text,
  zip: text,
  timezone: text,
  ip: text,
})

const meta = z.strictObject({
  patch_properties: z
    .strictObject({
      append: z.record(z.string(), z.unknown()).optional(),
      unappend: z.record(z.string(), z.unknown()).optional(),
      unset: z.union([z.string(), z.array(z.string())]).optional(),
    })
    .optional(),
})

const freeForm = (limits: KlaviyoLimits) =>
  z.record(z.string(), z.unknown()).check((context) => {
    for (const { path, message } of propertyProblems(context.value, limits)) {
      context.issues.push({ code: 'custom', input: context.value, path: [...path], message })
    }
  })

const profileAttributes = (limits: KlaviyoLimits) => ({
  email: z.email('Invalid email address.').nullish(),
  phone_number: z
    .string()
    // The vendor checks more than the form: a number of North America has ten digits, and 555 is no area code.
    .regex(/^\+(1(?!555)[2-9]\d{9}|[2-9]\d{1,14})$/, 'Invalid phone number format (must be E.164).')
    .nullish(),
  external_id: z.string().max(255).nullish(),
  anonymous_id: text,
  _kx: text,
  first_name: text,
  last_name: text,
  organization: text,
  locale: text,
  title: text,
  image: text,
  location: location.nullish(),
  properties: freeForm(limits).nullish(),
})

const metricName = ({ metricNameChars }: KlaviyoLimits) =>
  z
    .string()
    .min(1)
    .max(metricNameChars)
    .regex(/^\P{Surrogate}*$/u, 'Strings must be UTF-8.')

const eventAttributes = (limits: KlaviyoLimits, now: () => number) => ({
  metric: z.strictObject({
    data: z.strictObject({
      type: z.literal('metric'),
      attributes: z.strictObject({ name: metricName(limits), service: text }),
    }),
  }),
  // The specification requires it, although the sample request of the documentation leaves it out.
  properties: freeForm(limits),
  time: z.iso
    .datetime({ offset: true, local: true, error: 'Invalid time: not ISO 8601.' })
    .refine((time) => Date.parse(time) > EARLIEST_MS, 'Invalid time: must be after 1990.')
    .refine((time) => Date.parse(time) <= now() + YEAR_MS, 'Invalid time: more than a year in the future.')
    .optional(),
  value: z.number().nullish(),
  value_currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'Invalid currency (must be ISO 4217).')
    .nullish(),
  unique_id: z.string().min(1).optional(),
  backfill: z.boolean().optional(),
})

const profileResource = <Attributes extends z.ZodType, Extra extends z.core.$ZodLooseShape>(
  attributes: Attributes,
  extra: Extra,
) => z.strictObject({ type: z.literal('profile'), id: z.string().optional(), attributes, ...extra })

/** Makes the closed schemas of the three client endpoints: a key that is not listed is refused. */
export const createKlaviyoSchemas = ({ limits, now }: { limits: KlaviyoLimits; now: () => number }) => {
  const attributes = profileAttributes(limits)
  const event = eventAttributes(limits, now)
  // `meta` stands beside `attributes` here, and inside `attributes` in the single form below.
  const profile = profileResource(z.strictObject(attributes), { meta: meta.optional() })
  const singleProfile = profileResource(z.strictObject({ ...attributes, meta: meta.optional() }), {})

  return {
    profile: z.strictObject({ data: profile }),
    single: z.strictObject({
      data: z.strictObject({
        type: z.literal('event'),
        attributes: z.strictObject({ ...event, profile: z.strictObject({ data: singleProfile }) }),
      }),
    }),
    bulk: z.strictObject({
      data: z.strictObject({
        type: z.literal('event-bulk-create'),
        attributes: z.strictObject({
          backfill: z.boolean().optional(),
          profile: z.strictObject({ data: profile }),
          events: z.strictObject({
            data: z
              .array(z.strictObject({ type: z.literal('event'), attributes: z.strictObject(event) }))
              .min(1)
              .max(limits.eventsPerRequest),
          }),
        }),
      }),
    }),
  }
}

export type KlaviyoSchemas = ReturnType<typeof createKlaviyoSchemas>
