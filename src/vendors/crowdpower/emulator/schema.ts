import { z } from 'zod'

/** The earliest plausible time: no shop on the web is older. */
const EARLIEST_SECONDS = Date.UTC(1990, 0) / 1_000
const YEAR_SECONDS = 365 * 24 * 60 * 60

/**
 * Makes the closed schemas of the Beacon API: a key that is not listed is refused. Source: docs.crowdpower.io, "Events"
 * and "Customers".
 */
export const createCrowdpowerSchemas = (now: () => number) => {
  const person = { user_id: z.string().min(1).optional(), email: z.email().optional() }
  const hasPerson = ({ user_id, email }: { user_id?: string | undefined; email?: string | undefined }) =>
    user_id !== undefined || email !== undefined
  const required = 'email is required if user_id is not present'

  const seconds = z
    .int('created_at must be an integer')
    .min(EARLIEST_SECONDS, 'A clock that was at 1970')
    .refine((time) => time < now() / 1_000 + YEAR_SECONDS, 'created_at must be in seconds')

  const event = {
    action: z.string().min(1),
    properties: z.record(z.string(), z.unknown()).optional(),
    created_at: seconds.optional(),
    update_session: z.boolean().optional(),
  }

  return {
    '/events': z.strictObject({ ...person, ...event }).refine(hasPerson, required),
    // The page does not list the fields of an item: they are taken for those of a single event.
    '/events/bulk': z
      .strictObject({ ...person, events: z.array(z.strictObject(event)).min(1) })
      .refine(hasPerson, required),
    '/customers': z
      .strictObject({
        ...person,
        name: z.string().optional(),
        signed_up_at: seconds.optional(),
        custom_attributes: z.record(z.string(), z.unknown()).optional(),
      })
      .refine(hasPerson, required),
  }
}

export type CrowdpowerSchemas = ReturnType<typeof createCrowdpowerSchemas>
export type CrowdpowerBulk = z.infer<CrowdpowerSchemas['/events/bulk']>
export type CrowdpowerCustomer = z.infer<CrowdpowerSchemas['/customers']>
export type CrowdpowerEvent = CrowdpowerBulk['events'][number]
