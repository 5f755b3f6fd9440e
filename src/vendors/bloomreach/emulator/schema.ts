import { z } from 'zod'
import type { Rate } from '../../../../testing/emulators/fixed-window.ts'

export interface BloomreachLimits {
  readonly commandsPerRequest: number
  /** "An event message must be less than 800 KBytes." */
  readonly eventBytes: number
  /** "The value of every event property must be less than 16 KBytes." */
  readonly valueBytes: number
  /** The rates of one address; the emulator takes all requests for those of one address. */
  readonly rate: readonly Rate[]
}

/**
 * Sources: documentation.bloomreach.com/engagement/reference, "Batch commands" and "Add event"; docs, "Efficient
 * engagement usage".
 */
export const bloomreachLimits: BloomreachLimits = {
  commandsPerRequest: 50,
  eventBytes: 800_000,
  valueBytes: 16_000,
  rate: [{ requests: 6_000, windowMs: 60_000 }],
}

/** The earliest plausible time: no shop on the web is older. */
const EARLIEST_SECONDS = Date.UTC(1990, 0) / 1_000
const YEAR_SECONDS = 365 * 24 * 60 * 60

const utf8 = new TextEncoder()
const bytesOf = (value: unknown): number => utf8.encode(JSON.stringify(value)).length

const id = z
  .string()
  .regex(/[\p{L}\p{N}]/u, 'An id needs at least one letter or digit.')
  .regex(/^(?!(null|undefined)$)/, 'An id must not be null or undefined.')

const customerIds = z
  .strictObject({ registered: id.optional(), cookie: id.optional() })
  .refine((ids) => Object.keys(ids).length > 0, 'At least one id should be specified.')

/** Makes the closed schemas of the two commands: a key that is not listed is refused. */
export const createBloomreachSchemas = ({ limits, now }: { limits: BloomreachLimits; now: () => number }) => {
  // The vendor does not recognise milliseconds, which are seconds in a far future: the emulator refuses what the vendor
  // takes silently.
  const seconds = z
    .number('Field timestamp has to be a number')
    .min(EARLIEST_SECONDS, 'A clock that was at 1970')
    .refine((time) => time < now() / 1_000 + YEAR_SECONDS, 'Field timestamp has to be in seconds')

  const properties = z
    .record(z.string(), z.unknown())
    .refine(
      (values) => Object.values(values).every((value) => bytesOf(value) < limits.valueBytes),
      `Every property has to be below ${limits.valueBytes} bytes`,
    )

  return {
    'customers/events': z
      .strictObject({
        customer_ids: customerIds,
        event_type: z.string().min(1, 'Field event_type is required'),
        properties: properties.refine((values) => Object.keys(values).length > 0, 'No properties'),
        timestamp: seconds.optional(),
      })
      .refine((data) => bytesOf(data) < limits.eventBytes, 'The event is too large'),
    customers: z.strictObject({
      customer_ids: customerIds,
      properties,
      update_timestamp: seconds.optional(),
    }),
  }
}

export type BloomreachSchemas = ReturnType<typeof createBloomreachSchemas>
export type BloomreachEvent = z.infer<BloomreachSchemas['customers/events']>
export type BloomreachUpdate = z.infer<BloomreachSchemas['customers']>
export type CustomerIds = z.infer<typeof customerIds>

export const commandSchema = z.strictObject({
  name: z.string(),
  data: z.unknown(),
  command_id: z.string().optional(),
})
