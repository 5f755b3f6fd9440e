import { z } from 'zod'

const text = z.string().min(1)
const unixTime = z.string().regex(/^\d+$/)
const primitive = z.union([z.string(), z.number(), z.boolean()])

/** The fields of a search's filter that are used here; the page lists more. */
const filter = z.discriminatedUnion('field', [
  z.strictObject({
    field: z.enum(['customers.userId', 'customers.email', 'customers.name', 'customers.phone']),
    operator: z.enum(['=', '!=', '~', '!~']),
    value: text,
  }),
  z.strictObject({
    field: z.literal('customers.id'),
    operator: z.enum(['=', '!=', '>', '<', '>=', '<=']),
    value: z.int(),
  }),
])

/**
 * The closed schemas of the three calls: a field that HelpCrunch's pages do not name is refused. Source:
 * https://docs.helpcrunch.com/en/rest-api-v1/add-customer-event-v1, search-customers-v1, create-customer-v1
 */
export const helpcrunchSchemas = {
  event: z.strictObject({
    name: text,
    // The samples show texts, numbers and booleans; the page names no further types.
    data: z.record(z.string().min(1), primitive),
    customer: z.int().positive(),
  }),
  search: z.strictObject({
    filter: z.array(filter).min(1),
    comparison: z.enum(['AND', 'OR']).optional(),
    sort: z.string().optional(),
    order: z.enum(['ASC', 'DESC', 'asc', 'desc']).optional(),
    limit: z.int().min(1).max(100).optional(),
    offset: z.int().min(0).optional(),
  }),
  customer: z.strictObject({
    name: text.optional(),
    email: z.email().optional(),
    userId: text.optional(),
    company: text.optional(),
    phone: text.optional(),
    firstSeen: unixTime.optional(),
    source: text.optional(),
    locale: text.optional(),
    notes: text.optional(),
    tags: z.array(z.strictObject({ name: text, color: text.optional() })).optional(),
    customData: z.array(z.strictObject({ property: text, value: primitive })).optional(),
  }),
}

export type HelpcrunchSearch = z.infer<typeof helpcrunchSchemas.search>
export type HelpcrunchCustomerFields = z.infer<typeof helpcrunchSchemas.customer>
