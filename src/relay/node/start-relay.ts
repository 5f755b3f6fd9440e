import { getRequestListener } from '@hono/node-server'
import { createRelay } from '../create-relay.ts'
import { createRedisIds } from '../ids/redis-ids.ts'
import { createMemoryLimits } from '../limits/memory-limits.ts'
import { listen } from './listen.ts'
import { createMetrics } from './metrics.ts'
import { listenForMetrics } from './metrics-server.ts'
import { connectRedis } from './redis-connection.ts'
import { settingsFrom } from './settings.ts'
import type { Env } from './settings-reader.ts'
import { countQueues, queueFrom, startWorkers } from './start-worker.ts'

export interface RunningRelay {
  readonly host: string
  readonly port: number
  /** Takes no more requests, and resolves when those that came are answered. */
  stop(): Promise<void>
}

/**
 * Returns the last address in the list, which the site's own proxy has seen; the visitor may have written all others.
 */
const lastOf = (list: string | null): string | undefined => list?.split(',').at(-1)?.trim() || undefined

/**
 * Starts the relay as a Node server, set up by environment variables.
 * @throws {SettingsError} that names the variable that is missing or wrong.
 */
export const startRelay = async (
  env: Env,
  report: (problem: string) => void = () => undefined,
): Promise<RunningRelay> => {
  const settings = settingsFrom(env)
  const { host, port, redisUrl, addressHeader } = settings
  const redis = redisUrl === undefined ? undefined : await connectRedis(redisUrl, report)
  const queue = redis && settings.queue === 'on' ? queueFrom(settings, redis) : undefined
  const metrics = createMetrics()
  if (queue) countQueues(metrics, settings, queue)
  const addresses = new WeakMap<Request, string | undefined>()
  const handle = createRelay({
    ...settings.relay,
    vendors: settings.vendors,
    report,
    observe: metrics.observe,
    limits: createMemoryLimits(settings),
    addressOf: (request) =>
      addressHeader ? lastOf(request.headers.get(addressHeader)) : addresses.get(request),
    ...(queue && { queue }),
    ...(redis && { deliveredIds: createRedisIds({ client: redis }) }),
  })
  const answer = getRequestListener((request, { incoming }) => {
    addresses.set(request, incoming.socket?.remoteAddress)
    return handle(request)
  })
  try {
    const server = await listen((incoming, outgoing) => void answer(incoming, outgoing), port, host)
    const forMetrics = await listenForMetrics(metrics, settings)
    const workers =
      queue && settings.worker === 'in-process'
        ? startWorkers(settings, queue, report, metrics.observe)
        : undefined
    return {
      host,
      port: server.port,
      async stop() {
        await Promise.all([server.stop(), forMetrics?.stop(), workers?.stop()])
        redis?.close()
      },
    }
  } catch (error) {
    redis?.close()
    throw error
  }
}
