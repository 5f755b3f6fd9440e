import type { TrackedEvent } from '../core/event.ts';
import type { LaneState } from '../core/state.ts';
/** The event without what the vendor has refused of its person: with that, it would be refused again. */
export declare const withoutRefused: (event: TrackedEvent, { email, phone }: LaneState["refused"]) => TrackedEvent;
