import type { Asked } from './command-line.ts'
import { runDead } from './dead-letters.ts'
import { connectRedis } from './redis-connection.ts'
import { workerSettingsFrom } from './settings.ts'
import type { Env } from './settings-reader.ts'
import { startRelay } from './start-relay.ts'
import { queueFrom, startWorkerProcess } from './start-worker.ts'

/**
 * Writes a line of JSON. Such lines are few and have three fields, so a library would be more to install than to gain.
 * Counts are in the metrics.
 */
const log = (level: 'info' | 'warn', message: string): void =>
  console.log(JSON.stringify({ time: new Date().toISOString(), level, message }))

const warn = (problem: string): void => log('warn', problem)

const untilStopped = (stop: () => Promise<void>): void => {
  const end = async (): Promise<void> => {
    await stop()
    log('info', 'stopped')
    process.exit(0)
  }
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
}

/** Does what the command line asks for. @throws {SettingsError} that names the variable that is missing or wrong. */
export const run = async (asked: Exclude<Asked, { type: 'help' }>, env: Env): Promise<void> => {
  switch (asked.type) {
    case 'serve': {
      const { host, port, stop } = await startRelay(env, warn)
      log('info', `listening on http://${host}:${port}`)
      return untilStopped(stop)
    }
    case 'work': {
      const { stop } = await startWorkerProcess(env, warn)
      log('info', 'working')
      return untilStopped(stop)
    }
    case 'dead': {
      const settings = workerSettingsFrom(env)
      // Problems go to stderr, because stdout is the list.
      const redis = await connectRedis(`${settings.redisUrl}`, (problem) => console.error(problem))
      try {
        await runDead(asked, queueFrom(settings, redis), (line) => console.log(line))
      } finally {
        redis.close()
      }
    }
  }
}
