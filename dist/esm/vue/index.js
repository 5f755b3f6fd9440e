export { sendoff, useTrack } from "./plugin.js";
export { useTracked } from "./use-tracked.js";
