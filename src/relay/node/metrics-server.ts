import { type Listening, listen } from './listen.ts'
import type { Metrics } from './metrics.ts'

/** Serves the metrics to Prometheus, on a port of their own that strangers do not reach. */
export const listenForMetrics = async (
  { text, type }: Metrics,
  { metricsPort, host }: { readonly metricsPort: number | undefined; readonly host: string },
): Promise<Listening | undefined> =>
  metricsPort === undefined
    ? undefined
    : listen(
        async (_, outgoing) => {
          outgoing.setHeader('content-type', type)
          outgoing.end(await text())
        },
        metricsPort,
        host,
      )
