import type { TrackedEvent } from '../core/event.ts';
import type { Identifier, Outcome } from '../core/outcome.ts';
/** Why a flush happens. */
export type FlushReason = 'start' | 'interval' | 'size' | 'online' | 'hidden' | 'pagehide' | 'retry' | 'manual';
/** What a sender says of itself. */
export interface SenderEvents {
    readonly flush: {
        readonly reason: FlushReason;
    };
    /** An event was delivered or dropped; `message` says why it was dropped. */
    readonly settled: {
        readonly event: TrackedEvent;
        readonly outcome: Outcome;
        readonly message?: string | undefined;
    };
    /** The vendor refuses everything: a wrong key, a missing permission. The queue is kept. */
    readonly paused: {
        readonly message?: string | undefined;
    };
    /** The vendor refuses this e-mail address or phone number: events go without it. */
    readonly refused: {
        readonly identifier: Identifier;
        readonly value: string;
    };
    /** Something that the site's developers can mend. */
    readonly error: {
        readonly reason: string;
        readonly message: string;
    };
}
export type Tell = <Type extends keyof SenderEvents>(type: Type, detail: SenderEvents[Type]) => void;
