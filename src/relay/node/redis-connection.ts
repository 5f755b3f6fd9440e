import { createClient } from '@redis/client'
import { boundedCommands } from '../redis-commands.ts'
import { SettingsError } from './settings-reader.ts'

const CONNECT_MS = 5_000
const MAX_PAUSE_MS = 2_000
/** The time between two pings: a connection on which no answer comes is made anew. */
const PING_MS = 5_000
const SILENCE_MS = 15_000

export interface RedisConnection {
  sendCommand(args: string[]): Promise<unknown>
  close(): void
}

const infoOf = async (
  client: RedisConnection,
  section: string,
): Promise<(name: string) => string | undefined> => {
  const text = `${await client.sendCommand(['INFO', section])}`
  return (name) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(text)?.[1]
}

/**
 * Refuses a Redis that removes old keys to make room: it would forget what was delivered, and lose what was accepted.
 */
const checkServer = async (client: RedisConnection, report: (problem: string) => void): Promise<void> => {
  const policy = (await infoOf(client, 'memory'))('maxmemory_policy')
  if (policy !== 'noeviction')
    throw new SettingsError(`REDIS_URL is wrong: its maxmemory-policy is ${policy}; expected noeviction`)
  if ((await infoOf(client, 'persistence'))('aof_enabled') !== '1')
    report('redis: appendonly is off, so a crash of Redis loses what it took since its last snapshot')
}

/**
 * Makes a connection that comes back by itself once it has been there.
 * @throws {SettingsError} that names REDIS_URL, without the password in it, when no server answers there, or the server
 * may remove keys by itself.
 */
export const connectRedis = async (
  url: string,
  report: (problem: string) => void,
): Promise<RedisConnection> => {
  let hasBeenReady = false
  const client = createClient({
    url,
    // While Redis does not answer, the relay answers `retry`, because the queue is in the browser.
    disableOfflineQueue: true,
    pingInterval: PING_MS,
    socket: {
      connectTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
      reconnectStrategy: (tries) => (hasBeenReady ? Math.min(100 * 2 ** tries, MAX_PAUSE_MS) : false),
    },
  })
  // Without a listener an error would end the process.
  client.on('error', () => {
    if (hasBeenReady) report('redis: the connection is lost')
  })
  const connection: RedisConnection = {
    sendCommand: (args) => client.sendCommand(args),
    close: () => client.destroy(),
  }
  const late = new Promise<never>((_, reject) => setTimeout(reject, CONNECT_MS, 'late').unref())
  try {
    await Promise.race([client.connect(), late])
    await checkServer({ ...connection, ...boundedCommands(connection) }, report)
  } catch (error) {
    client.destroy()
    if (error instanceof SettingsError) throw error
    throw new SettingsError('REDIS_URL is wrong: no Redis or Valkey that answers could be reached there')
  }
  hasBeenReady = true
  return connection
}
