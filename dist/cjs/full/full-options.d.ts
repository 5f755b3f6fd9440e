import { type TrackerOptions } from '../config.ts';
import type { WatchOptions } from './autocapture/page-watch.ts';
import type { Middleware } from './event-draft.ts';
/** What `createTracker` of `sendoff/full` takes. */
export interface FullOptions extends TrackerOptions {
    /**
     * Sees each event once, when it is tracked: returns it, changed or not, or `null` to drop it. When it throws, the
     * event goes on unchanged, and `on('error')` says so.
     * @example
     * const before: Middleware = (event) => (event.name === 'Tested' ? null : event)
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
    /**
     * Whether each event says where it happened: address, title, referrer, language, viewport, session and campaign.
     * @default true
     */
    readonly context?: boolean | undefined;
    /**
     * Sees each address before it is told, already without what is personal in it, and returns what may be told: the
     * campaign is read from that, too. When it throws or returns no text, the address is left out, and `on('error')` says so.
     * @example
     * const redact = (url: string) => url.replace(/order-\d+/, 'order-redacted')
     */
    readonly redact?: ((url: string) => string) | undefined;
    /**
     * Names of parameters that count as click ids, beside those of the big platforms.
     * @default none
     * @example
     * const clickIds = ['irclickid', 'awc']
     */
    readonly clickIds?: readonly string[] | undefined;
    /**
     * Whether `Viewed Page` is tracked by itself: for the page, and for each navigation of a single-page application to another
     * path. With `query`, another query is another page, too; with `hash` another fragment is, for routers that use it.
     * @default false
     */
    readonly pageviews?: boolean | 'query' | 'hash' | undefined;
    /**
     * Whether clicks on elements with `data-track`, and forms with it that are submitted, are tracked.
     * @default false
     */
    readonly declarative?: boolean | undefined;
    /**
     * Whether clicks on links to other hosts are tracked, as `Clicked Link`.
     * @default false
     */
    readonly outbound?: boolean | undefined;
    /**
     * `ignore`: nothing is tracked where nobody looks, in browsers that a program drives or that call themselves a
     * crawler or a preview.
     * @default 'track'
     */
    readonly bots?: 'track' | 'ignore' | undefined;
}
export interface FullConfig {
    readonly bare: TrackerOptions;
    readonly before: Middleware | undefined;
    readonly consent: 'granted' | 'required';
    readonly gpc: boolean;
    readonly cookieDomain: string | undefined;
    readonly bots: 'track' | 'ignore';
    readonly watch: WatchOptions;
}
/** The options with their defaults, checked. @throws {TypeError} that names the option. */
export declare const fullConfigOf: (options: FullOptions) => FullConfig;
