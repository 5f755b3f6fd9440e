export { followConsentMode } from "./consent-mode.js";
export { createTracker } from "./create-tracker.js";
export { followTcf } from "./tcf.js";
