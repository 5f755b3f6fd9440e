/**
 * The configuration that RudderStack's client gets before it starts: it has no destination, for which the client would
 * load code.
 */
const SOURCE_CONFIG = {
  source: {
    id: 'bench',
    name: 'bench',
    writeKey: 'bench',
    workspaceId: 'bench',
    enabled: true,
    connections: [],
    destinations: [],
    config: { statsCollection: { errors: { enabled: false }, metrics: { enabled: false } } },
  },
}

/** The answer that each tracker takes for success, by how the path begins. */
const ANSWERS: readonly (readonly [path: string, body: object])[] = [
  ['/beacon', {}],
  ['/client/', {}],
  ['/v1/b', { success: true }],
  ['/v1/t', { success: true }],
  // Segment's client counts its own requests here.
  ['/v1/m', { success: true }],
  ['/v1/projects/', { integrations: { 'Segment.io': { apiKey: 'bench' } } }],
  ['/sourceConfig', SOURCE_CONFIG],
  ['/e/', {}],
  ['/i/v0/e/', {}],
  ['/flags/', { flags: {}, featureFlags: {} }],
  ['/array/', {}],
  ['/com.snowplowanalytics.snowplow/tp2', {}],
  ['/2/httpapi', { code: 200, events_ingested: 1, payload_size_bytes: 1, server_upload_time: 1 }],
  ['/track/', { status: 1, error: null }],
  ['/api/s/', { ok: true }],
]

/** Returns the body of a 200 for this path; nothing where no tracker is expected. */
export const answerFor = (path: string): string | undefined => {
  const found = ANSWERS.find(([prefix]) => path.startsWith(prefix))
  return found && JSON.stringify(found[1])
}
