import type { Observe } from '../observation.ts'
import { createRedisQueue } from '../queue/redis-queue.ts'
import type { WorkQueue } from '../queue/work-queue.ts'
import { startWorker } from '../queue/worker.ts'
import { createWorld } from '../world.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { listenForMetrics } from './metrics-server.ts'
import { connectRedis, type RedisConnection } from './redis-connection.ts'
import { type WorkerSettings, workerSettingsFrom } from './settings.ts'
import type { Env } from './settings-reader.ts'

export interface RunningWorkers {
  /** Takes no more events, and resolves when those at the vendors are answered. */
  stop(): Promise<void>
}

/** Starts one worker for each vendor. */
export const startWorkers = (
  { vendors, leaseMs }: WorkerSettings,
  queue: WorkQueue,
  report: (problem: string) => void,
  observe: Observe,
): RunningWorkers => {
  const world = createWorld()
  const workers = vendors.map((vendor) => startWorker({ vendor, queue, leaseMs, world, report, observe }))
  return {
    async stop() {
      await Promise.all(workers.map((worker) => worker.stop()))
    },
  }
}

/** Adds the lengths of the queues, and the numbers of dead letters, to the metrics. */
export const countQueues = (metrics: Metrics, { vendors }: WorkerSettings, queue: WorkQueue): void => {
  const each =
    (count: (vendor: string) => Promise<number>) => async (set: (vendor: string, value: number) => void) => {
      for (const { name } of vendors) set(name, await count(name))
    }
  metrics.gauge('sendoff_queue_events', 'Events that wait, by vendor', each(queue.waiting))
  metrics.gauge('sendoff_dead_events', 'Events that were given up, by vendor', each(queue.deadCount))
}

/** Makes the queue in Redis from the settings. */
export const queueFrom = ({ maxQueued, leaseMs }: WorkerSettings, client: RedisConnection) =>
  createRedisQueue({ client, maxEvents: maxQueued, leaseMs })

/**
 * Starts a process that works the queue off, set up by environment variables. Any number of such processes may run.
 * @throws {SettingsError} that names the variable that is missing or wrong.
 */
export const startWorkerProcess = async (
  env: Env,
  report: (problem: string) => void,
): Promise<RunningWorkers> => {
  const settings = workerSettingsFrom(env)
  const redis = await connectRedis(`${settings.redisUrl}`, report)
  const queue = queueFrom(settings, redis)
  const metrics = createMetrics()
  countQueues(metrics, settings, queue)
  const server = await listenForMetrics(metrics, settings)
  const workers = startWorkers(settings, queue, report, metrics.observe)
  return {
    async stop() {
      await Promise.all([workers.stop(), server?.stop()])
      redis.close()
    },
  }
}
