export type { Closable } from '../closable.ts'
export type { DeadLetter, Rejected } from '../rejected.ts'
export type { Switches } from '../switches.ts'
export type {
  AnyEvents,
  AnyProperties,
  Receipt,
  TrackerEvents,
  TrackOptions,
  UnfailingPromise,
} from '../tracker.ts'
export { followConsentMode } from './consent/consent-mode.ts'
export { followTcf } from './consent/tcf.ts'
export { createTracker } from './create-tracker.ts'
export type { EventDraft, Middleware } from './event-draft.ts'
export type { FullOptions } from './full-options.ts'
export type { FullStatus, FullTracker } from './full-tracker.ts'
