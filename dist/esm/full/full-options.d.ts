import { type TrackerOptions } from '../config.ts';
import type { WatchOptions } from './autocapture/page-watch.ts';
import type { Middleware } from './event-draft.ts';
/** The options of `createTracker` of `sendoff/full`. */
export interface FullOptions extends TrackerOptions {
    /**
     * A function that sees each event once, when it is tracked, and returns it, changed or not, or `null` to drop it.
     * When it throws, the event goes on unchanged, and `on('error')` reports it.
     * @default none
     * @example
     * const before: Middleware = (event) => (event.name === 'Tested' ? null : event)
     */
    readonly before?: Middleware | undefined;
    /**
     * Whether the tracker waits for the visitor's consent. With `required`, nothing is stored, read or sent until
     * `track.consent('granted')`; calls are kept in memory, at most 1,000.
     * @default 'granted'
     */
    readonly consent?: 'granted' | 'required' | undefined;
    /**
     * Whether `navigator.globalPrivacyControl` of the visitor's browser counts as a refusal, whatever `consent` is.
     * @default true
     */
    readonly gpc?: boolean | undefined;
    /**
     * The domain of a first-party cookie that keeps the anonymous id as well, so that subdomains share it; `auto` is the
     * widest domain that the browser allows.
     * @default no cookie
     */
    readonly cookieDomain?: string | undefined;
    /**
     * Whether each event tells its context: address, title, referrer, language, viewport, session and campaign.
     * @default true
     */
    readonly context?: boolean | undefined;
    /**
     * A function that sees each address, already without what is personal in it, before an event tells it, and returns
     * what may be told; the campaign is read from the result, too. When it throws or returns no text, the address is left
     * out, and `on('error')` reports it.
     * @default none
     * @example
     * const redact = (url: string) => url.replace(/order-\d+/, 'order-redacted')
     */
    readonly redact?: ((url: string) => string) | undefined;
    /**
     * Names of parameters that count as click ids, besides those of the big platforms. A name has letters, digits, `_`
     * and `-`, at most 64.
     * @default none
     * @example
     * const clickIds = ['irclickid', 'awc']
     */
    readonly clickIds?: readonly string[] | undefined;
    /**
     * Whether `Viewed Page` is tracked without a call: for the page, and for each navigation of a single-page application
     * to another path. With `query`, another query is another page, too; with `hash`, another fragment is, for routers
     * that keep the page there.
     * @default false
     */
    readonly pageviews?: boolean | 'query' | 'hash' | undefined;
    /**
     * Whether clicks on elements with `data-track` are tracked, and the submission of forms with it.
     * @default false
     */
    readonly declarative?: boolean | undefined;
    /**
     * Whether clicks on links to other hosts are tracked, as `Clicked Link`.
     * @default false
     */
    readonly outbound?: boolean | undefined;
    /**
     * Whether visits of programs are tracked. With `ignore`, nothing is tracked in browsers that a program drives, or
     * that call themselves a crawler or a preview.
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
/** Checks the options and adds the defaults. @throws {TypeError} that names the option that is wrong. */
export declare const fullConfigOf: (options: FullOptions) => FullConfig;
