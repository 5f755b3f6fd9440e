export { TrackerProvider, type TrackerProviderProps, useTrack } from './tracker-context.ts';
export { usePageView } from './use-page-view.ts';
export { useTracked } from './use-tracked.ts';
