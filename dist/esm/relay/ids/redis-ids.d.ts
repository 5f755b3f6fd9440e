import { type RedisCommands } from '../redis-commands.ts';
import { type DeliveredIds } from './delivered-ids.ts';
/**
 * Delivered ids in Redis or Valkey, for several relays. Each is a key of its own that ends by itself: about
 * 120 bytes of the server's memory for eight days.
 * @example
 * const client = await createClient({ url: process.env.REDIS_URL }).connect()
 * createRelay({ ...options, deliveredIds: createRedisIds({ client }) })
 */
export declare const createRedisIds: ({ client, prefix, token, }: {
    readonly client: RedisCommands;
    /**
     * What the keys begin with.
     * @default 'sendoff:'
     */
    readonly prefix?: string;
    /** Tells this relay's claims from the others'. @default a random UUID */
    readonly token?: string;
}) => DeliveredIds;
