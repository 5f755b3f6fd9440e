import type { RelayOptions } from './create-relay.ts';
export type Env = Readonly<Record<string, string | undefined>>;
export interface Settings {
    readonly port: number;
    readonly host: string;
    readonly redisUrl: string | undefined;
    readonly relay: Pick<RelayOptions, 'origins' | 'writeKeys' | 'vendors'>;
}
/** All that is wrong with the environment: a line each, with the variable's name and never its value. */
export declare class SettingsError extends Error {
    readonly name = "SettingsError";
}
/** The relay's settings. @throws {SettingsError} that names every variable that is missing or wrong. */
export declare const settingsFrom: (env: Env) => Settings;
