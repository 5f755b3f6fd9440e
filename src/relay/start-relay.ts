import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { createRelay } from './create-relay.ts'
import { connectRedis } from './redis-connection.ts'
import { createRedisIds } from './redis-ids.ts'
import { type Env, SettingsError, settingsFrom } from './settings.ts'

export interface RunningRelay {
  readonly host: string
  readonly port: number
  /** Takes no more requests, and resolves when those that came are answered. */
  stop(): Promise<void>
}

/**
 * The relay as a Node server, set up by environment variables.
 * @throws {SettingsError} that names the variable that is missing or wrong.
 */
export const startRelay = async (
  env: Env,
  report: (problem: string) => void = () => undefined,
): Promise<RunningRelay> => {
  const { host, port, redisUrl, relay } = settingsFrom(env)
  const redis = redisUrl === undefined ? undefined : await connectRedis(redisUrl, report)
  const handle = createRelay({
    ...relay,
    report,
    ...(redis && { deliveredIds: createRedisIds({ client: redis }) }),
  })
  const answer = getRequestListener(handle)
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing))

  await new Promise<void>((resolve, reject) => {
    server.once('error', ({ message }) => {
      redis?.close()
      reject(new SettingsError(`PORT or HOST is wrong: ${message}`))
    })
    server.listen(port, host, resolve)
  })

  return {
    host,
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          redis?.close()
          resolve()
        })
        server.closeIdleConnections()
      }),
  }
}
