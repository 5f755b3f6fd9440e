import { z } from 'zod'

const snakeCase = z
  .string()
  .regex(/^[\p{L}\p{M}\p{N}]+(_[\p{L}\p{M}\p{N}]+)*$/u, 'must be snake-cased')
  .refine((name) => name === name.toLowerCase(), 'must be snake-cased')
  .max(255)
const propertyName = z.string().regex(/^\S+$/, 'must use underscores instead of spaces')
// "Primitive type value" excludes null, lists and objects.
const primitive = z.union([z.string(), z.number(), z.boolean()])
const metadata = z.record(propertyName, primitive)

const customer = z
  .strictObject({
    external_id: z.string().min(1).max(255).optional(),
    phone_number: z
      .string()
      .regex(/^\+[1-9]\d{6,14}$/, 'must be E.164')
      .optional(),
    email: z.email().optional(),
    properties: metadata.optional(),
  })
  .refine(
    ({ external_id, phone_number, email }) =>
      external_id !== undefined || (phone_number === undefined) !== (email === undefined),
    'external_id, or exactly one of phone_number and email, is required',
  )

/**
 * The closed schema of a custom customer event. The page states these rules by the position of the fields, and names
 * only the identifiers: the other names are those that sendoff uses by default. Source:
 * https://core-api.yotpo.com/reference/create-or-update-custom-customer-event
 */
export const yotpoEventSchema = z.strictObject({
  source: snakeCase.optional(),
  type: snakeCase,
  occurred_at: z.iso.datetime({ offset: true }),
  id: z.string().min(1),
  customer,
  properties: metadata.optional(),
})

export type YotpoEvent = z.infer<typeof yotpoEventSchema>

export const yotpoSecretSchema = z.strictObject({ secret: z.string().min(1) })
