import { type RedisCommands } from '../redis-commands.ts';
import { type DeliveredIds } from './delivered-ids.ts';
/**
 * Keeps delivered ids in Redis or Valkey, for several relays. Each id is a key of its own that expires: it takes about
 * 120 bytes of the server's memory for eight days.
 * @example
 * const client = await createClient({ url: process.env.REDIS_URL }).connect()
 * createRelay({ ...options, deliveredIds: createRedisIds({ client }) })
 */
export declare const createRedisIds: ({ client, prefix, token, }: {
    readonly client: RedisCommands;
    /**
     * The beginning of all keys.
     * @default 'sendoff:'
     */
    readonly prefix?: string;
    /** The text that tells this relay's claims from those of other relays. @default a random UUID */
    readonly token?: string;
}) => DeliveredIds;
