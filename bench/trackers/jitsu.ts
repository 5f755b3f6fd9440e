import { jitsuAnalytics } from '@jitsu/js'
import type { Start } from './start.ts'

/** Starts Jitsu. It sends one request an event: it has neither a queue nor retries to switch on. */
export const jitsu: Start = (host) => {
  const client = jitsuAnalytics({ host, writeKey: 'bench:bench' })
  return { track: (name, properties) => client.track(name, properties), ready: Promise.resolve() }
}
