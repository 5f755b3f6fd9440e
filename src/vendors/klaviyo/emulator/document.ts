import type { z } from 'zod'
import { invalid, type JsonApiError } from '../../../../testing/emulators/json-api.ts'
import { schemaErrors } from '../../../../testing/emulators/schema-errors.ts'
import { IDENTIFIERS, type KlaviyoEvent, type ProfileAttributes } from './account.ts'
import type { KlaviyoSchemas } from './schema.ts'

export type Endpoint = 'bulk' | 'single' | 'profile'

export type ReadDocument =
  | { readonly type: 'read'; readonly profile: ProfileAttributes; readonly events: readonly KlaviyoEvent[] }
  | { readonly type: 'invalid'; readonly errors: readonly [JsonApiError, ...JsonApiError[]] }

type Bulk = z.infer<KlaviyoSchemas['bulk']>
type EventAttributes = Bulk['data']['attributes']['events']['data'][number]['attributes']

interface Content {
  readonly profile: ProfileAttributes
  readonly events: readonly EventAttributes[]
}

const profileOf = (resource: { id?: string | undefined; attributes: object }): ProfileAttributes => ({
  ...resource.attributes,
  ...(resource.id !== undefined && { id: resource.id }),
})

const bulkContent = ({ data }: Bulk): Content => ({
  profile: profileOf(data.attributes.profile.data),
  events: data.attributes.events.data.map((event) => event.attributes),
})

const singleContent = ({ data }: z.infer<KlaviyoSchemas['single']>): Content => {
  const { profile, ...event } = data.attributes
  const { meta: _patch, ...attributes } = profile.data.attributes
  return { profile: profileOf({ id: profile.data.id, attributes }), events: [event] }
}

const profileContent = ({ data }: z.infer<KlaviyoSchemas['profile']>): Content => ({
  profile: profileOf(data),
  events: [],
})

const toSecond = (timeMs: number): string => `${new Date(timeMs).toISOString().slice(0, 19)}+00:00`

const toEvent = (profile: ProfileAttributes, attributes: EventAttributes, nowMs: number): KlaviyoEvent => {
  const time = toSecond(attributes.time === undefined ? nowMs : Date.parse(attributes.time))
  return {
    profile,
    metric: attributes.metric.data.attributes.name,
    time,
    unique_id: attributes.unique_id ?? String(Date.parse(time) / 1000),
    properties: attributes.properties,
    value: attributes.value,
    value_currency: attributes.value_currency,
  }
}

const read = <Document>(
  schema: z.ZodType<Document>,
  contentOf: (document: Document) => Content,
  { document, pointer, nowMs }: { document: unknown; pointer: string; nowMs: number },
): ReadDocument => {
  const result = schema.safeParse(document)
  if (!result.success) return { type: 'invalid', errors: schemaErrors(document, result.error) }
  const { profile, events } = contentOf(result.data)
  if (!IDENTIFIERS.some((name) => profile[name])) {
    const detail = 'One of email, phone_number, external_id, anonymous_id, _kx or id must be given.'
    return { type: 'invalid', errors: [invalid(detail, { pointer })] }
  }
  return { type: 'read', profile, events: events.map((event) => toEvent(profile, event, nowMs)) }
}

/** Reads the body of a request to one of the endpoints against its closed schema. */
export const createDocumentReader =
  (schemas: KlaviyoSchemas) =>
  (endpoint: Endpoint, document: unknown, nowMs: number): ReadDocument => {
    const inside = { document, pointer: '/data/attributes/profile/data/attributes', nowMs }
    switch (endpoint) {
      case 'bulk':
        return read(schemas.bulk, bulkContent, inside)
      case 'single':
        return read(schemas.single, singleContent, inside)
      case 'profile':
        return read(schemas.profile, profileContent, { ...inside, pointer: '/data/attributes' })
    }
  }
