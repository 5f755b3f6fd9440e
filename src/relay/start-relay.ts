import { getRequestListener } from '@hono/node-server'
import { createRelay } from './create-relay.ts'
import { listen } from './listen.ts'
import { createMemoryLimits } from './memory-limits.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { connectRedis } from './redis-connection.ts'
import { createRedisIds } from './redis-ids.ts'
import { type Env, settingsFrom } from './settings.ts'

export interface RunningRelay {
  readonly host: string
  readonly port: number
  /** Takes no more requests, and resolves when those that came are answered. */
  stop(): Promise<void>
}

/** For Prometheus alone: it listens apart from what strangers reach. */
const listenForMetrics = ({ text, type }: Metrics, port: number, host: string) =>
  listen(
    async (_, outgoing) => {
      outgoing.setHeader('content-type', type)
      outgoing.end(await text())
    },
    port,
    host,
  )

/** The last in the list is what the site's own proxy has seen; whatever stands before it, the visitor may have written. */
const lastOf = (list: string | null): string | undefined => list?.split(',').at(-1)?.trim() || undefined

/**
 * The relay as a Node server, set up by environment variables.
 * @throws {SettingsError} that names the variable that is missing or wrong.
 */
export const startRelay = async (
  env: Env,
  report: (problem: string) => void = () => undefined,
): Promise<RunningRelay> => {
  const { host, port, metricsPort, redisUrl, addressHeader, relay, ...limited } = settingsFrom(env)
  const redis = redisUrl === undefined ? undefined : await connectRedis(redisUrl, report)
  const metrics = createMetrics()
  const addresses = new WeakMap<Request, string | undefined>()
  const handle = createRelay({
    ...relay,
    report,
    observe: metrics.observe,
    limits: createMemoryLimits(limited),
    addressOf: (request) =>
      addressHeader ? lastOf(request.headers.get(addressHeader)) : addresses.get(request),
    ...(redis && { deliveredIds: createRedisIds({ client: redis }) }),
  })
  const answer = getRequestListener((request, { incoming }) => {
    addresses.set(request, incoming.socket?.remoteAddress)
    return handle(request)
  })
  try {
    const server = await listen((incoming, outgoing) => void answer(incoming, outgoing), port, host)
    const forMetrics =
      metricsPort === undefined ? undefined : await listenForMetrics(metrics, metricsPort, host)
    return {
      host,
      port: server.port,
      async stop() {
        await Promise.all([server.stop(), forMetrics?.stop()])
        redis?.close()
      },
    }
  } catch (error) {
    redis?.close()
    throw error
  }
}
