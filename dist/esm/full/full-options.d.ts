import { type TrackerOptions } from '../config.ts';
import type { Middleware } from './event-draft.ts';
/** What `createTracker` of `sendoff/full` takes. */
export interface FullOptions extends TrackerOptions {
    /**
     * Sees each event once, when it is tracked: returns it, changed or not, or `null` to drop it. When it throws, the
     * event goes on unchanged, and `on('error')` says so.
     * @example
     * before: (event) => (event.name === 'Tested' ? null : event)
     */
    readonly before?: Middleware | undefined;
    /**
     * `required`: nothing is stored, read or sent until `track.consent('granted')`; calls are kept in memory.
     * @default 'granted'
     */
    readonly consent?: 'granted' | 'required' | undefined;
    /**
     * Whether a browser that says `navigator.globalPrivacyControl` has refused, whatever `consent` says.
     * @default true
     */
    readonly gpc?: boolean | undefined;
    /**
     * Keeps the anonymous id in a first-party cookie, too, so that subdomains share it: the cookie's domain, or `auto`
     * for the widest that the browser allows.
     * @default no cookie
     */
    readonly cookieDomain?: string | undefined;
}
export interface FullConfig {
    readonly bare: TrackerOptions;
    readonly before: Middleware | undefined;
    readonly consent: 'granted' | 'required';
    readonly gpc: boolean;
    readonly cookieDomain: string | undefined;
}
/** The options with their defaults, checked. @throws {TypeError} that names the option. */
export declare const fullConfigOf: (options: FullOptions) => FullConfig;
