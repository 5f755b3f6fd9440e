import type { Identity, TrackedEvent } from '../../core/event.ts'
import { flatProperties } from './flat-properties.ts'

/** The names of the body's fields. Yotpo's page confirms only those of the three identifiers. */
export const YOTPO_FIELDS = {
  source: 'source',
  type: 'type',
  occurredAt: 'occurred_at',
  id: 'id',
  customer: 'customer',
  externalId: 'external_id',
  phone: 'phone_number',
  email: 'email',
  customerProperties: 'properties',
  properties: 'properties',
} as const

export type YotpoFields = Readonly<Record<keyof typeof YOTPO_FIELDS, string>>

export type YotpoBody =
  | { readonly type: 'body'; readonly body: object }
  | { readonly type: 'invalid'; readonly detail: string }

const MAX_NAME = 255

/** Returns `viewed_product` for `Viewed Product`, `viewedProduct` and `viewed-product`; letters of any script stay. */
export const snakeCase = (name: string): string =>
  name
    // The name is cut before anything else: some thousand combining marks in a row keep `normalize` busy for minutes.
    .slice(0, MAX_NAME)
    .normalize('NFKC')
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1_$2')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '_')
    .replace(/^_+/, '')
    .slice(0, MAX_NAME)
    // The cut may leave half a character.
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/_+$/, '')

/**
 * Returns the identifiers, `external_id` first: "if an external_id is not specified, we cannot accept both email and
 * phone_number".
 */
const identifierOf = (
  { userId, email, phone }: Identity,
  fields: YotpoFields,
): Readonly<Record<string, string>> | undefined => {
  if (userId) return { [fields.externalId]: userId }
  if (email) return { [fields.email]: email }
  return phone ? { [fields.phone]: phone } : undefined
}

/**
 * Makes the body of an event, and the id by which Yotpo knows the event. The traits of an `identify` are the
 * customer's: Yotpo takes them with an event, so no other call is needed.
 */
export const yotpoBody =
  ({
    source,
    wrapper,
    fields,
  }: {
    readonly source: string
    readonly wrapper: string | undefined
    readonly fields: YotpoFields
  }) =>
  ({ type, name, time, properties, identity }: TrackedEvent, id: string): YotpoBody => {
    const identifier = identifierOf(identity, fields)
    if (!identifier)
      return { type: 'invalid', detail: 'Yotpo needs a user id, an e-mail address or a phone number' }
    const eventType = snakeCase(name)
    if (!eventType) return { type: 'invalid', detail: 'the name has neither a letter nor a digit' }
    const flat = flatProperties(properties, snakeCase)
    const isAboutPerson = type === 'identify'
    const body = {
      [fields.source]: source,
      [fields.type]: eventType,
      [fields.occurredAt]: new Date(time).toISOString(),
      [fields.id]: id,
      [fields.customer]: { ...identifier, ...(isAboutPerson && { [fields.customerProperties]: flat }) },
      [fields.properties]: isAboutPerson ? {} : flat,
    }
    return { type: 'body', body: wrapper ? { [wrapper]: body } : body }
  }
