import { flush, init, setTransport, track } from '@amplitude/analytics-browser'
import type { Start } from './start.ts'

/** Batching and storage are its defaults; the last batch leaves by beacon, as its documentation advises. */
export const amplitude: Start = (collector) => {
  const { promise } = init('bench', {
    serverUrl: `${collector}/2/httpapi`,
    flushIntervalMillis: 1_000,
    flushQueueSize: 100,
    flushMaxRetries: 100,
    autocapture: false,
    fetchRemoteConfig: false,
    remoteConfig: { fetchRemoteConfig: false },
    enableDiagnostics: false,
  })
  addEventListener('pagehide', () => {
    setTransport('beacon')
    flush()
  })
  return { track, ready: promise }
}
