export { TrackerProvider, useTrack } from "./tracker-context.js";
export { usePageView } from "./use-page-view.js";
export { useTracked } from "./use-tracked.js";
