export { createRedisIds, type RedisCommands } from './redis-ids.ts';
