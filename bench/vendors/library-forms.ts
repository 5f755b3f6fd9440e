import type { VendorName } from './names.ts'

type Json = Readonly<Record<string, unknown>>

/** A request to the vendor's public interface. */
export interface PublicForm {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface LibraryForm {
  /** The paths to which the vendor's own library sends its events. */
  readonly paths: RegExp
  /** Returns the same request in the form that the vendor's documentation of its public interface gives it. */
  readonly publicOf: (body: string) => PublicForm
}

const JSON_HEADERS = { 'content-type': 'application/json' }

/** Reads the bodies of these libraries: JSON, or a form with JSON or base64 of it. */
const documentIn = (body: string): unknown => {
  if (!body.startsWith('data=')) return JSON.parse(body)
  const data = new URLSearchParams(body).get('data') ?? ''
  return JSON.parse(/^[[{]/.test(data) ? data : Buffer.from(data, 'base64').toString())
}

const listIn = (body: string): readonly Json[] => [documentIn(body)].flat() as readonly Json[]

/** Returns only these fields, where they have a value. */
const picked = (of: Json, names: readonly string[]): Json =>
  Object.fromEntries(names.flatMap((name) => (of[name] == null ? [] : [[name, of[name]]])))

const SEGMENT = ['type', 'event', 'messageId', 'timestamp', 'anonymousId', 'userId', 'properties']
const AMPLITUDE = ['event_type', 'user_id', 'device_id', 'time', 'insert_id', 'library', 'event_properties']

/**
 * How the libraries' requests become public ones. The emulators know what a vendor documents for everybody; its own
 * library uses other paths, and additional fields. Ids, persons, names and properties, by which a repeat is recognised,
 * stay as the library gave them.
 */
export const LIBRARY_FORMS: Readonly<Record<VendorName, LibraryForm>> = {
  segment: {
    paths: /^\/v1\/b$/,
    publicOf(body) {
      const { batch, writeKey, sentAt } = JSON.parse(body) as {
        readonly batch: readonly Json[]
        readonly writeKey: string
        readonly sentAt: string
      }
      const messages = batch.map((message) => ({
        ...picked(message, SEGMENT),
        context: { library: { name: 'analytics.js' } },
      }))
      return {
        path: '/v1/batch',
        headers: { ...JSON_HEADERS, authorization: `Basic ${btoa(`${writeKey}:`)}` },
        body: JSON.stringify({ batch: messages, writeKey, sentAt }),
      }
    },
  },
  posthog: {
    paths: /^\/(i\/v0\/)?e\/$/,
    publicOf(body) {
      const events = listIn(body) as readonly (Json & { readonly properties: Json })[]
      return {
        path: '/batch/',
        headers: JSON_HEADERS,
        body: JSON.stringify({
          api_key: events[0]?.properties.token,
          sent_at: new Date().toISOString(),
          batch: events.map((event) => ({
            ...picked(event, ['event', 'uuid', 'timestamp', 'properties']),
            distinct_id: event.properties.distinct_id,
          })),
        }),
      }
    },
  },
  amplitude: {
    paths: /^\/2\/httpapi$/,
    publicOf(body) {
      const { api_key, events } = JSON.parse(body) as {
        readonly api_key: string
        readonly events: readonly Json[]
      }
      return {
        path: '/2/httpapi',
        headers: JSON_HEADERS,
        body: JSON.stringify({
          api_key,
          events: events.map((event) => picked(event, AMPLITUDE)),
          options: {},
        }),
      }
    },
  },
  mixpanel: {
    paths: /^\/track\/$/,
    publicOf(body) {
      const events = listIn(body) as readonly (Json & { readonly properties: Json })[]
      const told = events.map(({ event, properties }) => ({
        event,
        // The time is in seconds, with a fraction: the vendor takes both.
        properties: { ...properties, time: Math.round(Number(properties.time) * 1_000) },
      }))
      return {
        path: '/track?verbose=1',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({
          data: Buffer.from(JSON.stringify(told)).toString('base64'),
        }).toString(),
      }
    },
  },
}
