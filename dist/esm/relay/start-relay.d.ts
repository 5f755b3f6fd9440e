import { type Env } from './settings.ts';
export interface RunningRelay {
    readonly host: string;
    readonly port: number;
    /** Takes no more requests, and resolves when those that came are answered. */
    stop(): Promise<void>;
}
/**
 * The relay as a Node server, set up by environment variables.
 * @throws {SettingsError} that names the variable that is missing or wrong.
 */
export declare const startRelay: (env: Env, report?: (problem: string) => void) => Promise<RunningRelay>;
