/** What a vendor was told of one event, in the same words for all vendors and whichever library has told it. */
export interface Told {
  readonly library: string
  readonly name: string
  /** Who did it, as the vendor counts people. */
  readonly person: string
  /** The device or visitor, where it is said beside the person. */
  readonly visitor: string
}

type Json = Readonly<Record<string, unknown>>

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    // A form with JSON, or base64 of it, as some libraries send; or none of an event at all.
    const data = new URLSearchParams(text).get('data')
    if (data === null) return []
    return jsonIn(
      data.startsWith('{') || data.startsWith('[') ? data : Buffer.from(data, 'base64').toString(),
    )
  }
}

/** The events of a body, whether it has one, a list, or a batch with other things beside it. */
const eventsIn = (text: string): readonly Json[] => {
  const body = jsonIn(text) as { readonly batch?: unknown; readonly events?: unknown }
  return [body.batch ?? body.events ?? body].flat() as unknown as readonly Json[]
}

const words = (...given: readonly unknown[]): string =>
  `${given.find((its) => its !== undefined && its !== null) ?? ''}`
const partOf = (its: Json, name: string): Json => (its[name] ?? {}) as Json

/** How each vendor's events say it. */
const READERS: Readonly<Record<string, (its: Json) => Told>> = {
  segment: (its) => ({
    library: words(partOf(partOf(its, 'context'), 'library').name),
    name: words(its.event, its.type),
    person: words(its.userId, its.anonymousId),
    visitor: words(its.anonymousId),
  }),
  posthog: (its) => {
    const { $lib, distinct_id, $anon_distinct_id } = partOf(its, 'properties')
    const person = words(its.distinct_id, distinct_id)
    return { library: words($lib), name: words(its.event), person, visitor: words($anon_distinct_id) }
  },
  amplitude: (its) => ({
    library: words(its.library),
    name: words(its.event_type),
    person: words(its.user_id, its.device_id),
    visitor: words(its.device_id),
  }),
  mixpanel: (its) => {
    const { mp_lib, distinct_id, $device_id } = partOf(its, 'properties')
    return {
      library: words(mp_lib),
      name: words(its.event),
      person: words(distinct_id),
      visitor: words($device_id),
    }
  },
}

/** What the vendor of this name was told in these bodies. */
export const toldIn = (vendor: string, bodies: readonly string[]): readonly Told[] =>
  bodies.flatMap(eventsIn).flatMap((its) => READERS[vendor]?.(its) ?? [])
