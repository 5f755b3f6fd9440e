export type { Pace, PaceTurn } from './pace.ts';
export type { RedisCommands } from './redis-commands.ts';
export { createRedisIds } from './redis-ids.ts';
export { createRedisQueue, type RedisQueueOptions } from './redis-queue.ts';
export type { DeadLetter, Held, QueueRecord, Turn, WorkQueue } from './work-queue.ts';
export { startWorker, type Worker } from './worker.ts';
export type { WorkerOptions } from './worker-options.ts';
