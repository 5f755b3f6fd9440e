import { boundedCommands, type RedisCommands } from '../redis-commands.ts'
import { CLAIM_MS, type Claim, type DeliveredIds, REMEMBER_MS } from './delivered-ids.ts'

const DELIVERED = 'delivered'

/** Deletes a claim only while it is still this relay's. */
const RELEASE = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0"

/**
 * Keeps delivered ids in Redis or Valkey, for several relays. Each id is a key of its own that expires: it takes about
 * 120 bytes of the server's memory for eight days.
 * @example
 * const client = await createClient({ url: process.env.REDIS_URL }).connect()
 * createRelay({ ...options, deliveredIds: createRedisIds({ client }) })
 */
export const createRedisIds = ({
  client,
  prefix = 'sendoff:',
  token = crypto.randomUUID(),
}: {
  readonly client: RedisCommands
  /**
   * The beginning of all keys.
   * @default 'sendoff:'
   */
  readonly prefix?: string
  /** The text that tells this relay's claims from those of other relays. @default a random UUID */
  readonly token?: string
}): DeliveredIds => {
  const keyOf = (vendor: string, id: string): string => `${prefix}${vendor}:${id}`
  const commands = boundedCommands(client)
  const send = <Result>(...command: string[]) => commands.sendCommand(command) as Promise<Result>

  return {
    // The client sends commands that are made at the same time in one go.
    async claim(vendor, ids) {
      const keys = ids.map((id) => keyOf(vendor, id))
      const set = await Promise.all(
        keys.map((key) => send<string | null>('SET', key, token, 'NX', 'PX', `${CLAIM_MS}`)),
      )
      const missed = keys.filter((_, index) => set[index] === null)
      const holders = await Promise.all(missed.map((key) => send<string | null>('GET', key)))
      const delivered = new Set(missed.filter((_, index) => holders[index] === DELIVERED))
      return keys.map((key, index): Claim => {
        if (set[index] !== null) return 'mine'
        return delivered.has(key) ? 'delivered' : 'taken'
      })
    },
    async settle(vendor, id) {
      await send('SET', keyOf(vendor, id), DELIVERED, 'PX', `${REMEMBER_MS}`)
    },
    async release(vendor, ids) {
      await Promise.all(ids.map((id) => send('EVAL', RELEASE, '1', keyOf(vendor, id), token)))
    },
  }
}
