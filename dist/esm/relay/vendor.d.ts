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
 * The result of a request: `unanswered` means that the vendor may have it or not; `waiting` that it was not sent,
 * because the vendor's limit is used up for longer than the browser waits.
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
/** Sends a request to the vendor, within its limit; it never throws. */
export type Call = (request: VendorRequest) => Promise<VendorAnswer>;
/**
 * What happens to an event whose request was never answered, at a vendor that cannot recognise a repeat: `resend` may
 * count it twice, `assume-delivered` may lose it.
 */
export type Unanswered = 'resend' | 'assume-delivered';
/**
 * The outcome of an event, for the relay itself. `hidden` marks an outcome that depends on whether the vendor knows the
 * person: a page is never told it, because otherwise anybody could ask whether an address is a customer's.
 */
export type VendorOutcome = Outcome & {
    readonly hidden?: 'unknown-person' | 'refused';
};
/** One vendor whose keys are private. */
export interface Vendor {
    /** The name that the browser sends as `destination`. */
    readonly name: string;
    /** The vendor's limit. */
    readonly rate: Rate;
    /** Milliseconds to wait after a 429 that does not say how long. */
    readonly limitedMs: number;
    /**
     * What happens to an unanswered event. It is left out for a vendor that recognises a repeat by itself; for other
     * vendors the relay remembers what is delivered.
     */
    readonly unanswered?: Unanswered;
    /** Returns why the vendor could never take this event, whoever the person is; nothing when it might. */
    problem?(event: TrackedEvent): string | undefined;
    /** Returns the person of an event: events of the same person are delivered one after the other, in their order. */
    personOf(event: TrackedEvent): string;
    /** Delivers one event. `nowMs` is the present, in milliseconds since 1970. */
    deliver(event: TrackedEvent, call: Call, nowMs: number): Promise<VendorOutcome>;
}
