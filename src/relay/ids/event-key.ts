import type { Identity, TrackedEvent } from '../../core/event.ts'

/** The person by the strongest identifier that is known: a later e-mail address makes no other person. */
const personIn = ({ userId, email, phone, anonymousId }: Identity): string =>
  JSON.stringify(
    userId ? [userId] : [email ?? phone ?? anonymousId, email ? 'email' : phone ? 'phone' : 'anonymous'],
  )

const hexOf = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** 128 bits: as many as a UUID has. */
const DIGEST_HEX = 32

/** 128 bits of a hash, for where no personal data should be. */
export const digestOf = async (words: string): Promise<string> =>
  hexOf(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(words))).slice(0, DIGEST_HEX)

/**
 * What an event is remembered by. The site's own id names an event of one person and one name only: `7001` of
 * `Placed Order` is another than `7001` of `Refunded Order`, and nobody can use up the id of somebody else's. Hashed, as
 * it is kept where no personal data should be; the colon, which no id of an event has, keeps both kinds apart.
 */
export const keyOfEvent = async ({ id, uniqueId, type, name, identity }: TrackedEvent): Promise<string> => {
  if (uniqueId === undefined) return id
  const words = JSON.stringify([type, name, personIn(identity), uniqueId])
  return `unique:${await digestOf(words)}`
}

/** Of all of these, in order. Most have none of their own, and cost no promise. */
export const keysOfEvents = async (events: readonly TrackedEvent[]): Promise<readonly string[]> =>
  events.some(({ uniqueId }) => uniqueId !== undefined)
    ? Promise.all(events.map(keyOfEvent))
    : events.map(({ id }) => id)
