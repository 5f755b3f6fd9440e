export interface RedisConnection {
    sendCommand(args: string[]): Promise<unknown>;
    close(): void;
}
/**
 * A connection that comes back by itself once it has been there.
 * @throws {SettingsError} that names REDIS_URL, without the password in it, when there is no server.
 */
export declare const connectRedis: (url: string, report: (problem: string) => void) => Promise<RedisConnection>;
