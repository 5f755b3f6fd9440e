import type { TrackedEvent } from '../../core/event.ts';
import type { Pace, Rate } from '../limits/pace.ts';
/** A person whose events this worker delivers, until it finishes, postpones, or counts as dead. */
export interface Turn {
    readonly id: string;
    readonly person: string;
}
/** An event that waits. */
export interface QueueRecord {
    readonly key: string;
    readonly event: TrackedEvent;
    /** How many tries have failed. */
    readonly tries: number;
    /** When the event was accepted, in milliseconds since 1970. */
    readonly atMs: number;
    /** The record as it is stored. */
    readonly json: string;
}
/** An event that was given up. */
export interface DeadLetter {
    readonly id: string;
    readonly reason: string;
    readonly detail: string;
    readonly record: QueueRecord;
}
/** The result of a step in a turn: `lost` means that another worker has the turn, and that nothing was done. */
export type Held = 'done' | 'lost';
/** What workers need of a queue. Each vendor's name is a queue of its own. */
export interface WorkQueue {
    /** Prepares the queue; it is called before anything else. */
    open(vendor: string): Promise<void>;
    take(vendor: string, count: number): Promise<readonly Turn[]>;
    /** Takes over turns of workers that count as dead. */
    takeOver(vendor: string, count: number): Promise<readonly Turn[]>;
    /** Says that this worker is alive, and still has the turn. */
    keep(vendor: string, turn: Turn): Promise<Held>;
    /** Reads the first events of the person, oldest first. */
    read(vendor: string, turn: Turn): Promise<readonly QueueRecord[]>;
    /** Ends the first event: it was delivered, or given up for this reason. Calling it twice counts once. */
    settle(vendor: string, turn: Turn, record: QueueRecord, given?: {
        readonly reason: string;
        readonly detail?: string | undefined;
    }): Promise<Held>;
    /** Ends the turn. */
    finish(vendor: string, turn: Turn): Promise<Held>;
    /** Ends the turn and lets the person wait, because a try of the event has failed. */
    postpone(vendor: string, turn: Turn, record: QueueRecord, waitMs: number): Promise<Held>;
    /** Gives a turn to each person whose wait is over. */
    wake(vendor: string): Promise<number>;
    /** Says that this worker ends. */
    leave(vendor: string): Promise<void>;
    /** Makes one pace for all workers. */
    pace(vendor: string, rate: Rate): Pace;
    /** Counts the events that wait. */
    waiting(vendor: string): Promise<number>;
    /** Reads dead letters, oldest first, from this id on (`-`: from the first). */
    dead(vendor: string, from: string, count: number): Promise<readonly DeadLetter[]>;
    deadCount(vendor: string): Promise<number>;
    /** Puts the event of a dead letter back into the queue. */
    revive(vendor: string, letter: DeadLetter): Promise<void>;
    /** Deletes a dead letter for ever. */
    forget(vendor: string, letter: DeadLetter): Promise<void>;
}
