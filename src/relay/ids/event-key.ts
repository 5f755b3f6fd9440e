import type { Identity, TrackedEvent } from '../../core/event.ts'

/** Returns the person's strongest known identifier, so that a later e-mail address does not make another person. */
const personIn = ({ userId, email, phone, anonymousId }: Identity): string =>
  JSON.stringify(
    userId ? [userId] : [email ?? phone ?? anonymousId, email ? 'email' : phone ? 'phone' : 'anonymous'],
  )

const hexOf = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** 128 bits, which is as many as a UUID has. */
const DIGEST_HEX = 32

/** Returns 128 bits of a hash, for places that must hold no personal data. */
export const digestOf = async (words: string): Promise<string> =>
  hexOf(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(words))).slice(0, DIGEST_HEX)

/**
 * Returns the key under which an event is remembered. The site's own id belongs to one person and one name: `7001` of
 * `Placed Order` is another event than `7001` of `Refunded Order`, and nobody can use up the id of somebody else's
 * event. The key is hashed, because it is kept where no personal data may be. Its colon, which no id of an event has,
 * keeps both kinds of keys apart.
 */
export const keyOfEvent = async ({ id, uniqueId, type, name, identity }: TrackedEvent): Promise<string> => {
  if (uniqueId === undefined) return id
  const words = JSON.stringify([type, name, personIn(identity), uniqueId])
  return `unique:${await digestOf(words)}`
}

/** Returns the keys of all events, in order. Most events have no id of the site's, and cost no promise. */
export const keysOfEvents = async (events: readonly TrackedEvent[]): Promise<readonly string[]> =>
  events.some(({ uniqueId }) => uniqueId !== undefined)
    ? Promise.all(events.map(keyOfEvent))
    : events.map(({ id }) => id)
