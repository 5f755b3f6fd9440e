export interface ProfileAttributes {
  readonly id?: string | undefined
  readonly email?: string | null | undefined
  readonly phone_number?: string | null | undefined
  readonly external_id?: string | null | undefined
  readonly anonymous_id?: string | null | undefined
  readonly _kx?: string | null | undefined
  readonly [attribute: string]: unknown
}

export interface KlaviyoEvent {
  /** The profile as the request named it: what was known of the person when the event was sent. */
  readonly profile: ProfileAttributes
  readonly metric: string
  /** The time, cut to the second as Klaviyo does: `2026-07-15T08:30:00+00:00`. */
  readonly time: string
  /** The event's own id. Klaviyo takes the second of `time` for an event without one. */
  readonly unique_id: string
  readonly properties: Readonly<Record<string, unknown>>
  readonly value?: number | null | undefined
  readonly value_currency?: string | null | undefined
}

export interface RecordedEvent extends KlaviyoEvent {
  readonly profileId: string
  readonly receivedAtMs: number
}

export interface RecordedProfile {
  readonly id: string
  readonly attributes: ProfileAttributes
}

/** The identifiers, strongest first: an e-mail address says more about a person than the cookie of one browser. */
export const IDENTIFIERS = ['id', 'external_id', 'email', 'phone_number', '_kx', 'anonymous_id'] as const

const known = (attributes: ProfileAttributes): ProfileAttributes =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined && value !== null))

const eventKey = (profileId: string, { metric, unique_id }: KlaviyoEvent): string =>
  JSON.stringify([profileId, metric, unique_id])

/** The data of one Klaviyo account: profiles, and events that are told apart by profile, metric and `unique_id`. */
export const createKlaviyoAccount = () => {
  const profiles = new Map<string, ProfileAttributes>()
  const profileIds = new Map<string, string>()
  const events: RecordedEvent[] = []
  const eventKeys = new Set<string>()

  // Finds a profile. A weaker identifier finds it only if no stronger one contradicts: two e-mail addresses on a shared
  // computer are two people. The first profile keeps an identifier for ever, so the same attributes always find the
  // same profile; the recognition of repeated events rests on this.
  const findProfile = (attributes: ProfileAttributes): string | undefined => {
    const own = IDENTIFIERS.filter((name) => attributes[name])
    for (const [rank, name] of own.entries()) {
      const profileId = profileIds.get(`${name}=${attributes[name]}`)
      const held = profileId === undefined ? undefined : profiles.get(profileId)
      if (held && own.slice(0, rank).every((stronger) => !held[stronger])) return profileId
    }
    return undefined
  }

  /**
   * Saves a profile. Identifiers that it already has stay as they are: the client endpoints ignore a change of them.
   */
  const saveProfile = (attributes: ProfileAttributes): string => {
    const profileId = findProfile(attributes) ?? `profile-${profiles.size + 1}`
    const held = profiles.get(profileId) ?? {}
    const kept = IDENTIFIERS.flatMap((name) => (held[name] ? [[name, held[name]]] : []))
    // "Setting a field to null will clear out the field, whereas not including a field will leave it unchanged."
    const properties = known({ ...(held.properties as object), ...(attributes.properties as object) })
    const merged = { ...known({ ...held, ...attributes, properties }), ...Object.fromEntries(kept) }
    profiles.set(profileId, merged)
    for (const name of IDENTIFIERS) {
      const key = `${name}=${merged[name]}`
      if (merged[name] && !profileIds.has(key)) profileIds.set(key, profileId)
    }
    return profileId
  }

  return {
    saveProfile,

    /** Returns the positions of the events that repeat an earlier one, of the account or of the list itself. */
    repeated(profile: ProfileAttributes, list: readonly KlaviyoEvent[]): readonly number[] {
      const profileId = findProfile(profile) ?? 'new'
      const seen = new Set<string>()
      return list.flatMap((event, index) => {
        const key = eventKey(profileId, event)
        const again = eventKeys.has(key) || seen.has(key)
        seen.add(key)
        return again ? [index] : []
      })
    },

    record(profileId: string, event: KlaviyoEvent, receivedAtMs: number): void {
      eventKeys.add(eventKey(profileId, event))
      events.push({ ...event, profileId, receivedAtMs })
    },

    events: (): readonly RecordedEvent[] => [...events],
    profiles: (): readonly RecordedProfile[] => [...profiles].map(([id, attributes]) => ({ id, attributes })),
  }
}
