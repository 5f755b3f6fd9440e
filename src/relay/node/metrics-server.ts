import { type Listening, listen } from './listen.ts'
import type { Metrics } from './metrics.ts'

/** For Prometheus alone: it listens apart from what strangers reach. */
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
