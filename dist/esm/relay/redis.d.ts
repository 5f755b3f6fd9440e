export { createRedisIds } from './ids/redis-ids.ts';
export type { Pace, PaceTurn } from './limits/pace.ts';
export { createRedisQueue, type RedisQueueOptions } from './queue/redis-queue.ts';
export type { DeadLetter, Held, QueueRecord, Turn, WorkQueue } from './queue/work-queue.ts';
export { startWorker, type Worker } from './queue/worker.ts';
export type { WorkerOptions } from './queue/worker-options.ts';
export type { RedisCommands } from './redis-commands.ts';
