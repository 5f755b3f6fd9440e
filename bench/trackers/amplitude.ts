import { flush, init, setTransport, track } from '@amplitude/analytics-browser'
import type { Start } from './start.ts'

/**
 * Starts Amplitude. Batching and storage are its defaults; the last batch leaves by beacon, as its documentation
 * advises.
 */
const startWith = (collector: string, flushQueueSize: number): ReturnType<Start> => {
  const { promise } = init('bench', {
    serverUrl: `${collector}/2/httpapi`,
    flushIntervalMillis: 1_000,
    flushQueueSize,
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

export const amplitude: Start = (collector) => startWith(collector, 100)

/**
 * Starts Amplitude with its default batches: the vendor throttles a device that sends more than 30 events at a time.
 */
export const amplitudeInThirties: Start = (collector) => startWith(collector, 30)
