import type { KlaviyoTraces } from './klaviyo-cookies.ts';
/** What vendors may have left in this page. */
export declare const pageTraces: () => KlaviyoTraces;
