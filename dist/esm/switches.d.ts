import type { TrackerOptions } from './config.ts';
/** The option that turns a tracker off before it starts. */
export interface Switches {
    /**
     * Whether the tracker runs. With `false`, it reads, stores and sends nothing, and every call is harmless.
     * @default true
     */
    readonly enabled?: boolean | undefined;
}
/** The options without the destinations that may not start, or the reason why no tracker starts. */
export type Startable<Options> = {
    readonly options: Options;
    readonly off?: undefined;
} | {
    readonly options?: undefined;
    readonly off: string;
};
/**
 * Leaves out the destinations that must not start here, and says so once: those without their key, and in a test those
 * that would send to the vendor itself.
 * @throws {TypeError} when `enabled` is neither true nor false.
 */
export declare const startable: <Options extends TrackerOptions>(options: Options & Switches) => Startable<Omit<Options, "enabled">>;
