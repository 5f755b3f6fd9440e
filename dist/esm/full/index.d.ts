export type { DeadLetter, Rejected } from '../rejected.ts';
export type { AnyEvents, Receipt, TrackerEvents, TrackOptions } from '../tracker.ts';
export { followConsentMode } from './consent-mode.ts';
export { createTracker } from './create-tracker.ts';
export type { EventDraft, Middleware } from './event-draft.ts';
export type { FullOptions } from './full-options.ts';
export type { FullStatus, FullTracker } from './full-tracker.ts';
export { followTcf } from './tcf.ts';
