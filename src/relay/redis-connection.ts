import { createClient } from '@redis/client'
import { SettingsError } from './settings.ts'

const CONNECT_MS = 5_000
/** A batch that waits for longer is told to come again. */
const COMMAND_MS = 3_000
const MAX_PAUSE_MS = 2_000

export interface RedisConnection {
  sendCommand(args: string[]): Promise<unknown>
  close(): void
}

/**
 * A connection that comes back by itself once it has been there.
 * @throws {SettingsError} that names REDIS_URL, without the password in it, when there is no server.
 */
export const connectRedis = async (
  url: string,
  report: (problem: string) => void,
): Promise<RedisConnection> => {
  let hasBeenReady = false
  const client = createClient({
    url,
    // What cannot be asked now is answered with `retry`; the queue is in the browser.
    disableOfflineQueue: true,
    commandOptions: { timeout: COMMAND_MS },
    socket: {
      connectTimeout: CONNECT_MS,
      reconnectStrategy: (tries) => (hasBeenReady ? Math.min(100 * 2 ** tries, MAX_PAUSE_MS) : false),
    },
  })
  // Without a listener an error would end the process.
  client.on('error', () => {
    if (hasBeenReady) report('redis: the connection is lost')
  })
  try {
    await client.connect()
  } catch {
    throw new SettingsError('REDIS_URL is wrong: no Redis or Valkey could be reached there')
  }
  hasBeenReady = true
  return {
    sendCommand: (args) => client.sendCommand(args),
    close: () => client.destroy(),
  }
}
