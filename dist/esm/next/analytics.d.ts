import { type ReactElement } from 'react';
import { type TrackerProviderProps } from '../react/tracker-context.ts';
export interface AnalyticsProps extends TrackerProviderProps {
    /**
     * Whether `Viewed Page` is tracked for each path. It must be `false` where the tracker itself has the option
     * `pageviews`.
     * @default true
     */
    readonly pageviews?: boolean | undefined;
}
/**
 * Gives the tracker to all components in it, and tracks page views; for the root layout of Next.js.
 *
 * The component that reads the address has a `<Suspense>` of its own: without one, `next build` refuses a page whose
 * path is not known before a request.
 * @example
 * <Analytics track={track}>{children}</Analytics>
 */
export declare const Analytics: ({ pageviews, children, ...provided }: AnalyticsProps) => ReactElement;
