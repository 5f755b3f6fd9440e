import type { Part } from '../../src/core/destination.ts'
import type { Identity } from '../../src/core/event.ts'
import { PLAIN_URL } from './plain-destination.ts'

export interface LetterEvent {
  readonly id: string
  readonly isPoison: boolean
  /** Whoever answers to it is not the vendor, and no script may read it. */
  readonly isCursed: boolean
  /** Of nobody whom the site has identified; not told of a bulk request, whose person stands apart. */
  readonly isStranger: boolean
  /** Whom the vendor takes it for. */
  readonly person: Partial<Identity>
  /** When it was, by the device's clock; nothing where that cannot be. */
  readonly time: string | number | undefined
  /** All else that the vendor is told of the event: it must be the same in every attempt. */
  readonly encoded: string
}

/** A request as the vendor reads it. */
export interface Letter {
  readonly kind: 'bulk' | 'single' | 'profile' | 'plain'
  readonly events: readonly LetterEvent[]
  readonly bytes: number
  readonly chars: number
  /** The vendor's, that it is sent to. */
  readonly account: string
}

interface Named {
  readonly id?: string
  readonly unique_id?: string
  readonly properties: { readonly id?: string; readonly poison?: boolean; readonly cursed?: boolean }
  readonly identity?: Partial<Identity>
  readonly time?: string | number
}

/** Klaviyo's names. */
interface Profile {
  readonly anonymous_id: string
  readonly external_id?: string
  readonly email?: string
}

const personOf = ({ anonymous_id: anonymousId, external_id: userId, email }: Profile): Partial<Identity> => ({
  anonymousId,
  ...(userId && { userId }),
  ...(email && { email }),
})

const eventOf = ({ time, ...content }: Named, person: Partial<Identity>, profile = ''): LetterEvent => ({
  // A profile and an event with the site's own id tell sendoff's id among the properties.
  id: content.properties.id ?? content.unique_id ?? `${content.id}`,
  isPoison: content.properties.poison === true,
  isCursed: content.properties.cursed === true,
  isStranger: !!content.identity && !content.identity.userId,
  person,
  time,
  encoded: JSON.stringify(content) + profile,
})

const eventsOf = (kind: Letter['kind'], body: string): readonly LetterEvent[] => {
  const document = JSON.parse(body)
  switch (kind) {
    case 'plain':
      return document.map((event: Named) => eventOf(event, event.identity ?? {}))
    case 'profile':
      return [eventOf(document.data.attributes, personOf(document.data.attributes))]
    case 'single': {
      const { profile, ...event } = document.data.attributes
      return [eventOf(event, personOf(profile.data.attributes), JSON.stringify(profile))]
    }
    case 'bulk': {
      const { profile, events } = document.data.attributes
      const person = personOf(profile.data.attributes)
      const encoded = JSON.stringify(profile)
      return events.data.map(({ attributes }: { attributes: Named }) => eventOf(attributes, person, encoded))
    }
  }
}

const kindOf = (url: string): Letter['kind'] => {
  if (url.startsWith(PLAIN_URL)) return 'plain'
  return url.includes('bulk') ? 'bulk' : url.includes('profiles') ? 'profile' : 'single'
}

export const readLetter = ({ url, body }: Part): Letter => {
  const kind = kindOf(url)
  return {
    kind,
    events: eventsOf(kind, body),
    bytes: Buffer.byteLength(body),
    chars: body.length,
    account: url.split('company_id=')[1] ?? '',
  }
}
