export type { Closable } from './closable.ts'
export type { TrackerOptions } from './config.ts'
export type { Destination, Part, VendorResponse } from './core/destination.ts'
export type { Identity, Properties, TrackedEvent } from './core/event.ts'
export type { Traits } from './core/identity.ts'
export type { DropReason, Identifier, Outcome, RetryReason } from './core/outcome.ts'
export { createTracker } from './create-tracker.ts'
export type { FlushReason, SenderEvents } from './delivery/sender-events.ts'
export type { Counts } from './queue/shared-state.ts'
export type { Switches } from './switches.ts'
export type {
  AnyEvents,
  AnyProperties,
  QueueStatus,
  Receipt,
  Status,
  Tracker,
  TrackerEvents,
  TrackOptions,
  UnfailingPromise,
} from './tracker.ts'
