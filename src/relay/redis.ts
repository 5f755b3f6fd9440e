export type { RedisCommands } from './redis-commands.ts'
export { createRedisIds } from './redis-ids.ts'
