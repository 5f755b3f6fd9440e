export { TrackerProvider, type TrackerProviderProps, useTrack } from '../react/tracker-context.ts';
export { usePageView } from '../react/use-page-view.ts';
export { useTracked } from '../react/use-tracked.ts';
export { Analytics, type AnalyticsProps } from './analytics.ts';
