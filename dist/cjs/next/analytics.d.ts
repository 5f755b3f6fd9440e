import { type ReactElement } from 'react';
import { type TrackerProviderProps } from '../react/tracker-context.ts';
export interface AnalyticsProps extends TrackerProviderProps {
    /**
     * Whether `Viewed Page` is tracked for each path. `false` where the tracker has `pageviews` of its own.
     * @default true
     */
    readonly pageviews?: boolean | undefined;
}
/**
 * For the root layout of Next.js: gives the tracker to all components in it, and tracks page views.
 *
 * What knows the address has a `<Suspense>` of its own: without one, `next build` refuses a page whose path is not known
 * before a request.
 * @example
 * <Analytics track={track}>{children}</Analytics>
 */
export declare const Analytics: ({ pageviews, children, ...provided }: AnalyticsProps) => ReactElement;
