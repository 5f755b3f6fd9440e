export { createTracker } from "./create-tracker.js";
