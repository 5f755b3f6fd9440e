/** The needed part of a Redis client; `createClient()` of `@redis/client` and of `redis` fits. */
export interface RedisCommands {
    sendCommand(args: string[]): Promise<unknown>;
}
/**
 * Makes commands that always end: a server that hangs keeps the connection and never answers, and a client waits for
 * ever. A command that was given up may still be done later.
 */
export declare const boundedCommands: (client: RedisCommands, { answerMs, pauseMs, }?: {
    readonly answerMs?: number;
    readonly pauseMs?: number;
}) => RedisCommands;
