export { TrackerProvider, useTrack } from "../react/tracker-context.js";
export { usePageView } from "../react/use-page-view.js";
export { useTracked } from "../react/use-tracked.js";
export { Analytics } from "./analytics.js";
