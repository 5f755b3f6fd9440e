import type { TrackedEvent } from '../core/event.ts';
import type { Outcome } from '../core/outcome.ts';
import type { Rate } from './limits/pace.ts';
export interface VendorRequest {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
}
/**
 * What came of a request: `unanswered` means that the vendor may have it or not, `waiting` that it was not sent,
 * because the vendor's limit is used up for longer than the browser will wait.
 */
export type VendorAnswer = {
    readonly type: 'answered';
    readonly status: number;
    readonly headers: Headers;
    readonly body: string;
} | {
    readonly type: 'unanswered';
} | {
    readonly type: 'waiting';
    readonly afterMs: number;
};
/** Sends a request to the vendor, within its limit; never throws. */
export type Call = (request: VendorRequest) => Promise<VendorAnswer>;
/**
 * For a vendor that cannot recognise a repeat: send again what was never answered, which may count twice, or
 * take it as delivered, which may lose it.
 */
export type Unanswered = 'resend' | 'assume-delivered';
/**
 * What became of an event, for the relay itself. `hidden` marks what depends on whether the vendor knows the person: a page
 * is never told, or anybody could ask whether an address is a customer's.
 */
export type VendorOutcome = Outcome & {
    readonly hidden?: 'unknown-person' | 'refused';
};
/** One vendor whose keys are private. */
export interface Vendor {
    /** What the browser names as `destination`. */
    readonly name: string;
    /** The vendor's limit. */
    readonly rate: Rate;
    /** Milliseconds to wait after a 429 that does not say how long. */
    readonly limitedMs: number;
    /** Left out for a vendor that recognises a repeat by itself. For others the relay remembers what is delivered. */
    readonly unanswered?: Unanswered;
    /** Why the vendor could never take this event, whoever it knows; nothing when it might. */
    problem?(event: TrackedEvent): string | undefined;
    /** Events of the same person go one after the other, in their order. */
    personOf(event: TrackedEvent): string;
    /** Delivers one event. `nowMs` is the present, in milliseconds since 1970. */
    deliver(event: TrackedEvent, call: Call, nowMs: number): Promise<VendorOutcome>;
}
