/**
 * Lets tasks with the same key run one after the other, in the order in which they came.
 *
 * No one waits for longer than `maxWaitMs`: on Workers, a task whose visitor has gone may never end.
 */
export declare const createTurns: (sleep: (ms: number) => Promise<unknown>, maxWaitMs: number) => <Result>(key: string, task: () => Promise<Result>) => Promise<Result>;
