import { CLAIM_MS, type Claim, type DeliveredIds, REMEMBER_MS } from './delivered-ids.ts'

/** What is needed of a Redis client; `createClient()` of `@redis/client` and of `redis` fits. */
export interface RedisCommands {
  sendCommand(args: string[]): Promise<unknown>
}

const DELIVERED = 'delivered'

/** Deletes a claim only while it is still this relay's. */
const RELEASE = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0"

/**
 * Delivered ids in Redis or Valkey, for several relays. Each is a key of its own that ends by itself: about
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
   * What the keys begin with.
   * @default 'sendoff:'
   */
  readonly prefix?: string
  /** Tells this relay's claims from the others'. @default a random UUID */
  readonly token?: string
}): DeliveredIds => {
  // The client sends in one go what it is asked for at once.
  const eachOf = <Result>(ids: readonly string[], command: (key: string) => readonly string[]) =>
    Promise.all(ids.map((id) => client.sendCommand([...command(prefix + id)]) as Promise<Result>))

  return {
    async claim(ids) {
      const set = await eachOf<string | null>(ids, (key) => ['SET', key, token, 'NX', 'PX', `${CLAIM_MS}`])
      const missed = ids.filter((_, index) => set[index] === null)
      const found = await eachOf<string | null>(missed, (key) => ['GET', key])
      const holders = new Map(missed.map((id, index) => [id, found[index]]))
      return ids.map((id, index): Claim => {
        if (set[index] !== null) return 'mine'
        return holders.get(id) === DELIVERED ? 'delivered' : 'taken'
      })
    },
    async settle(ids) {
      await eachOf(ids, (key) => ['SET', key, DELIVERED, 'PX', `${REMEMBER_MS}`])
    },
    async release(ids) {
      await eachOf(ids, (key) => ['EVAL', RELEASE, '1', key, token])
    },
  }
}
