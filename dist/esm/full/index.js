export { followConsentMode } from "./consent/consent-mode.js";
export { followTcf } from "./consent/tcf.js";
export { createTracker } from "./create-tracker.js";
